/* The program of the images that the proofs look at: the library is all there is to see. */
int main(void)
{
    return 0;
}
