use super::*;

#[test]
fn the_index_builds() {
    assert!(is("the", Class::Common, Languages::ALL));
}
