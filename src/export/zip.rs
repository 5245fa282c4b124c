//! A ZIP archive whose entries are stored as they are. Compression would cost the package more than it saves a reader.

/// The day of all entries, 1980-01-01, as MS-DOS writes it: the first that it can. The same source gives the same bytes.
const DAY: u16 = 1 << 5 | 1;
/// The version of the format that is needed to read an entry: 2.0.
const VERSION: u16 = 20;
/// Bit 11 of the flags: names are UTF-8.
const UTF8: u16 = 1 << 11;

/// An archive of entries, in order.
pub(super) fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let size: usize = entries
        .iter()
        .map(|(name, text)| 2 * name.len() + text.len() + 128)
        .sum();
    let mut archive = Vec::with_capacity(size);
    let mut directory = Vec::new();
    for (name, text) in entries {
        let bytes = text.as_bytes();
        let at = archive.len() as u32;
        let entry = entry(name, bytes);
        archive.extend_from_slice(b"PK\x03\x04");
        archive.extend_from_slice(&entry);
        archive.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(bytes);
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&entry);
        // Comment, disk, attributes inside and outside.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (at, count) = (archive.len() as u32, entries.len() as u16);
    archive.extend_from_slice(&directory);
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    archive.extend_from_slice(&count.to_le_bytes());
    archive.extend_from_slice(&count.to_le_bytes());
    archive.extend_from_slice(&(directory.len() as u32).to_le_bytes());
    archive.extend_from_slice(&at.to_le_bytes());
    archive.extend_from_slice(&[0; 2]);
    archive
}

/// What the header of an entry and the directory both say of it.
fn entry(name: &str, bytes: &[u8]) -> Vec<u8> {
    let size = (bytes.len() as u32).to_le_bytes();
    let mut entry = Vec::with_capacity(26);
    // Version, flags, method, time, day.
    for field in [VERSION, UTF8, 0, 0, DAY] {
        entry.extend_from_slice(&field.to_le_bytes());
    }
    entry.extend_from_slice(&checksum(bytes).to_le_bytes());
    entry.extend_from_slice(&size);
    entry.extend_from_slice(&size);
    entry.extend_from_slice(&(name.len() as u16).to_le_bytes());
    entry.extend_from_slice(&[0; 2]);
    entry
}

/// The CRC-32 of ZIP, four bits at a time.
fn checksum(bytes: &[u8]) -> u32 {
    let mut table = [0_u32; 16];
    for (at, entry) in (0..).zip(&mut table) {
        *entry = (0..4).fold(at, |rest: u32, _| {
            rest >> 1 ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 }
        });
    }
    let nibble = |rest: u32| rest >> 4 ^ table[rest as usize & 15];
    !bytes
        .iter()
        .fold(!0, |rest, &byte| nibble(nibble(rest ^ u32::from(byte))))
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }
}
