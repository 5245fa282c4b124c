//! The checksum of a file: the CRC-32 of ZIP, eight bytes at a time.

/// What each byte adds, for each of its distances 0 to 7 from the end of a group.
const TABLES: [[u32; 256]; 8] = tables();

const fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0_u32; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut rest = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            rest = rest >> 1 ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        tables[0][byte] = rest;
        byte += 1;
    }
    let mut distance = 1;
    while distance < 8 {
        let mut byte = 0;
        while byte < 256 {
            let nearer = tables[distance - 1][byte];
            tables[distance][byte] = nearer >> 8 ^ tables[0][(nearer & 255) as usize];
            byte += 1;
        }
        distance += 1;
    }
    tables
}

/// The CRC-32 of bytes.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    let mut rest = !0_u32;
    let mut groups = bytes.chunks_exact(8);
    for group in &mut groups {
        let start = rest.to_le_bytes();
        rest = 0;
        for (at, &byte) in group.iter().enumerate() {
            let byte = byte ^ start.get(at).copied().unwrap_or(0);
            rest ^= TABLES[7 - at][usize::from(byte)];
        }
    }
    !groups.remainder().iter().fold(rest, |rest, &byte| {
        rest >> 8 ^ TABLES[0][(rest as u8 ^ byte) as usize]
    })
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn it_is_that_of_zip() {
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(
            checksum(b"The quick brown fox jumps over the lazy dog"),
            0x414F_A339
        );
    }
}
