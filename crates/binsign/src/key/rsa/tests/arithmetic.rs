//! The arithmetic against num-bigint, on numbers of the shapes at which carries and borrows go wrong.

use num_bigint::BigUint;

use crate::key::rsa::limb::{BITS, BYTES, Limb, add_product, to_bytes};
use crate::key::rsa::montgomery::Modulus;
use crate::key::rsa::power;

/// Limbs that look drawn and are the same in every run.
struct Drawn(u64);

impl Drawn {
    /// Of a generator by G. Marsaglia (Xorshift RNGs, 2003).
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    fn limb(&mut self) -> Limb {
        let drawn = Limb::from_le_bytes(self.next().to_le_bytes()[..BYTES].try_into().unwrap());
        match self.below(6) {
            0 => 0,
            1 => Limb::MAX,
            2 => 1 << self.below(BITS),
            3 => Limb::MAX - (1 << self.below(BITS)),
            _ => drawn,
        }
    }

    fn number(&mut self, length: usize) -> Vec<Limb> {
        (0..length).map(|_| self.limb()).collect()
    }

    /// Odd and over 1, of at most that many limbs.
    fn modulus(&mut self, length: usize) -> Vec<Limb> {
        loop {
            let mut number = self.number(length);
            if self.below(4) == 0 {
                number[length - 1] >>= self.below(BITS);
            }
            number[0] |= 1;
            if big(&number) > BigUint::from(2_u8) {
                return number;
            }
        }
    }

    /// Below the modulus, and often next to it or to 0.
    fn residue(&mut self, modulus: &[Limb]) -> Vec<Limb> {
        let whole = big(modulus);
        let near = BigUint::from(1 + self.below(3)) % &whole;
        let number = match self.below(5) {
            0 => (&whole - near) % whole,
            1 => near,
            _ => big(&self.number(modulus.len())) % whole,
        };
        limbs(&number, modulus.len())
    }
}

fn big(limbs: &[Limb]) -> BigUint {
    BigUint::from_bytes_be(&to_bytes(limbs, limbs.len() * BYTES).collect::<Vec<_>>())
}

fn limbs(number: &BigUint, length: usize) -> Vec<Limb> {
    let mut bytes = number.to_bytes_le();
    assert!(bytes.len() <= length * BYTES);
    bytes.resize(length * BYTES, 0);
    bytes.chunks(BYTES).map(|chunk| Limb::from_le_bytes(chunk.try_into().unwrap())).collect()
}

/// R, what one more limb would weigh.
fn weight(length: usize) -> BigUint {
    BigUint::from(1_u8) << (length * BITS)
}

fn floor(modulus: &[Limb]) -> usize {
    usize::try_from(big(modulus).bits()).unwrap() - 1
}

#[test]
fn steps_with_regard_to_a_modulus_are_right() {
    let mut drawn = Drawn(0x9E37_79B9_7F4A_7C15);
    for case in 0..100_000 {
        let length = if case % 100 == 0 { 32 + drawn.below(3) } else { 1 + drawn.below(6) };
        let number = drawn.modulus(length);
        let (modulus, whole) = (Modulus::new(&number), big(&number));
        // The first factor may be anything, the second is below the modulus.
        let shorter = drawn.below(length + 1);
        let (a, b, c) = (drawn.number(shorter), drawn.residue(&number), drawn.residue(&number));

        let mut product = drawn.number(length);
        modulus.multiply(&mut product, &a, &b);
        assert!(big(&product) < whole, "case {case}");
        assert_eq!(big(&product) * weight(length) % &whole, big(&a) * big(&b) % &whole, "case {case}");

        let mut sum = b.clone();
        modulus.add(&mut sum, &c);
        assert_eq!(big(&sum), (big(&b) + big(&c)) % &whole, "case {case}");

        let mut difference = b.clone();
        modulus.subtract(&mut difference, &c);
        assert_eq!(big(&difference), (big(&b) + &whole - big(&c)) % &whole, "case {case}");

        let mut sum = limbs(&big(&b), 2 * length + shorter);
        add_product(&mut sum, &a, &c);
        assert_eq!(big(&sum), big(&b) + big(&a) * big(&c), "case {case}");
    }
}

#[test]
fn numbers_go_into_the_form_and_come_out() {
    let mut drawn = Drawn(0xD1B5_4A32_D192_ED03);
    for case in 0..20_000 {
        let length = if case % 100 == 0 { 32 } else { 1 + drawn.below(6) };
        let number = drawn.modulus(length);
        let (modulus, whole) = (Modulus::new(&number), big(&number));
        let [mut one, mut square, mut spare, mut form, mut plain] = [(); 5].map(|()| drawn.number(length));
        // Any power of two below the modulus may be the beginning.
        let floor = floor(&number) - drawn.below(2).min(floor(&number));
        modulus.set_up(floor, &mut one, &mut square, &mut spare);
        assert_eq!(big(&one), weight(length) % &whole, "case {case}");
        assert_eq!(big(&square), weight(length) * weight(length) % &whole, "case {case}");

        let twice = drawn.below(2 * length + 1);
        let long = drawn.number(twice);
        modulus.enter(&mut form, &long, &square, &mut spare);
        assert_eq!(big(&form), big(&long) * weight(length) % &whole, "case {case}");
        modulus.leave(&mut plain, &form);
        assert_eq!(big(&plain), big(&long) % &whole, "case {case}");
    }
}

#[test]
fn powers_are_right() {
    let mut drawn = Drawn(0x2545_F491_4F6C_DD1D);
    for case in 0..4_000 {
        let length = if case % 200 == 0 { 16 + drawn.below(2) } else { 1 + drawn.below(4) };
        let number = drawn.modulus(length);
        let (modulus, whole) = (Modulus::new(&number), big(&number));
        let [mut square, mut spare, mut form, mut power, mut chosen, mut plain] =
            [(); 6].map(|()| drawn.number(length));
        let mut table = drawn.number(length * power::TABLE);
        modulus.set_up(floor(&number), &mut table[..length], &mut square, &mut spare);
        let base = drawn.residue(&number);
        modulus.enter(&mut form, &base, &square, &mut spare);

        let long = 1 + drawn.below(length);
        let exponent = drawn.number(long);
        power::secret(&modulus, &mut power, &form, &exponent, &mut table, [&mut spare, &mut chosen]);
        modulus.leave(&mut plain, &power);
        assert_eq!(big(&plain), big(&base).modpow(&big(&exponent), &whole), "case {case}");

        let exponent = u32::try_from(drawn.next() >> 32).unwrap() >> drawn.below(32) | 1;
        power::public(&modulus, &mut power, &form, exponent, &mut spare);
        modulus.leave(&mut plain, &power);
        assert_eq!(big(&plain), big(&base).modpow(&exponent.into(), &whole), "case {case}");
    }
}
