// The HTTP method of a request.

package binsign

/** An HTTP method; one that is none of the four is refused when a request is signed (`METHOD_UNKNOWN`). */
@JvmInline
public value class Method(
    /** As it stands in the request line. */
    public val text: String,
) {
    override fun toString(): String = text

    public companion object {
        /** Reads. */
        public val GET: Method = Method("GET")

        /** Makes something new. */
        public val POST: Method = Method("POST")

        /** Changes or keeps alive. */
        public val PUT: Method = Method("PUT")

        /** Takes away. */
        public val DELETE: Method = Method("DELETE")
    }
}
