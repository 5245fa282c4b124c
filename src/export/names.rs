//! What kinds are called in files. The same words as in JavaScript.

use crate::{
    coverage::Coverage,
    facts::{Detail, FactKind},
    options::VerdictKind,
    passages::{Grade, Substance},
    relation::RelationKind,
    span::Side,
    story::Kind,
};

pub(super) fn grade(of: Grade) -> &'static str {
    match of {
        Grade::Verbatim => "verbatim",
        Grade::Edited => "edited",
        Grade::Reworded => "reworded",
    }
}

pub(super) fn substance(of: Substance) -> &'static str {
    match of {
        Substance::Statement => "statement",
        Substance::Names => "names",
        Substance::Formulaic => "formulaic",
    }
}

pub(super) fn coverage(of: Coverage) -> &'static str {
    match of {
        Coverage::Shared => "shared",
        Coverage::Repeated => "repeated",
        Coverage::Weak => "weak",
        Coverage::Formulaic => "formulaic",
        Coverage::Aligned => "aligned",
        Coverage::Only => "only",
        Coverage::Boilerplate => "boilerplate",
    }
}

pub(super) fn fact(of: FactKind) -> &'static str {
    match of {
        FactKind::Quotation => "quotation",
        FactKind::Number => "number",
        FactKind::Date => "date",
        FactKind::Name => "name",
        FactKind::Negation => "negation",
    }
}

pub(super) fn detail(of: Detail) -> &'static str {
    match of {
        Detail::Different => "different",
        Detail::Altered => "altered",
        Detail::Cut => "cut",
        Detail::Unquoted => "unquoted",
        Detail::Denied => "denied",
    }
}

pub(super) fn relation(of: RelationKind) -> &'static str {
    match of {
        RelationKind::Same => "same",
        RelationKind::Version => "version",
        RelationKind::CommonSource => "common source",
        RelationKind::SharedPassages => "shared passages",
        RelationKind::SameSubject => "same subject",
        RelationKind::None => "none",
    }
}

pub(super) fn verdict(of: VerdictKind) -> &'static str {
    match of {
        VerdictKind::Pinned => "pinned",
        VerdictKind::Refused => "refused",
    }
}

pub(super) fn side(of: Side) -> &'static str {
    match of {
        Side::Left => "left",
        Side::Right => "right",
    }
}

pub(super) fn sentence(of: Kind) -> &'static str {
    match of {
        Kind::Relation => "relation",
        Kind::InOtherWords => "in-other-words",
        Kind::QuotationAltered => "quotation-altered",
        Kind::Number => "number",
        Kind::Date => "date",
        Kind::Denial => "denial",
        Kind::Name => "name",
        Kind::QuotationOnly => "quotation-only",
        Kind::Mentions => "mentions",
        Kind::Only => "only",
        Kind::Reordering => "reordering",
        Kind::QuotationCut => "quotation-cut",
        Kind::QuotationUnmarked => "quotation-unmarked",
        Kind::QuotationsSame => "quotations-same",
    }
}
