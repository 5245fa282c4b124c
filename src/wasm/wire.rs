//! The wire: a result as one flat list of numbers, of which JavaScript makes plain objects.
//!
//! One call into JavaScript for each object and field took 1/6 of a comparison of reworded texts. So
//! [`FlatSerializer`] writes a result as numbers, one after the other, and `decode` in `wire.js` makes the objects.
//! The names of structs, fields and variants cross once, and so does each text.
//!
//! [`by_field`] makes the same objects with one call for each field. It serves small results, and the tests: for every
//! case, both ways give equal objects.

use rustc_hash::FxHashMap;
use serde::ser::{self, Error as _, Impossible, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/wasm/wire.js")]
extern "C" {
    /// The value that the words say. Each shape is the name of a struct and of its fields, separated by spaces.
    fn decode(words: &[u32], names: Vec<String>, shapes: Vec<String>) -> JsValue;
}

/// Bits of a word that hold its tag; the bits above hold its value. `wire.js` has the same number and tags.
const TAG_BITS: u32 = 3;
/// Tag of a whole number: the value itself.
const WHOLE: u32 = 0;
/// Tag of any other number: its 64 bits are the next 2 words, the lower half first.
const FLOAT: u32 = 1;
/// Tag of a text: an index into the names.
const NAME: u32 = 2;
/// Tag of a list: its length; the entries follow.
const LIST: u32 = 3;
/// Tag of an object: an index into the shapes; the values of its fields follow.
const OBJECT: u32 = 4;
/// Tag of a constant: 0 for null, 1 for false, 2 for true.
const CONSTANT: u32 = 5;
/// Tag of a reference to an edit that was written before: its number, counted from 0.
const REFERENCE: u32 = 6;

/// Serialized as a unit variant of an enum of this name, the index of the variant is the number of an edit.
pub(super) const EDIT_REFERENCE: &str = "EditReference";

/// The value in JavaScript: structs as objects, lists as arrays, `None` as null, enums as the names of their
/// variants. Fails on what no result holds: maps, tuples, variants with values, signed numbers.
pub(super) fn flat(value: &impl Serialize) -> Result<JsValue, JsError> {
    let mut wire = FlatSerializer::default();
    value.serialize(&mut wire)?;
    let shapes = wire.shapes.iter().map(FieldList::line).collect();
    Ok(decode(&wire.words, wire.names, shapes))
}

/// The same value with one call for each field; slower, but it knows no references to edits.
pub(super) fn by_field(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

/// A struct and its fields, in order. All structs of one name have the same fields.
struct FieldList {
    name: &'static str,
    fields: Vec<&'static str>,
}

impl FieldList {
    fn line(&self) -> String {
        format!("{} {}", self.name, self.fields.join(" "))
    }
}

/// Writes a value as words.
#[derive(Default)]
struct FlatSerializer {
    words: Vec<u32>,
    names: Vec<String>,
    numbers: FxHashMap<String, u32>,
    /// Indices of the names of variants, by their address and length in memory.
    variants: FxHashMap<(usize, usize), u32>,
    shapes: Vec<FieldList>,
}

impl FlatSerializer {
    fn push(&mut self, tag: u32, value: usize) {
        self.words.push((value as u32) << TAG_BITS | tag);
    }

    fn float(&mut self, value: f64) {
        let bits = value.to_bits();
        self.words.extend([FLOAT, bits as u32, (bits >> 32) as u32]);
    }

    fn whole(&mut self, value: u64) {
        if value >> (u32::BITS - TAG_BITS) == 0 {
            self.push(WHOLE, value as usize);
        } else {
            self.float(value as f64);
        }
    }

    fn name(&mut self, name: &str) {
        let number = match self.numbers.get(name) {
            Some(&number) => number,
            None => {
                let number = self.names.len() as u32;
                self.names.push(name.to_owned());
                self.numbers.insert(name.to_owned(), number);
                number
            }
        };
        self.push(NAME, number as usize);
    }

    /// Writes the name of a variant. Its address in memory is looked up faster than its letters.
    fn variant(&mut self, name: &'static str) {
        let place = (name.as_ptr() as usize, name.len());
        if let Some(&number) = self.variants.get(&place) {
            self.push(NAME, number as usize);
        } else {
            self.name(name);
            self.variants.insert(place, self.numbers[name]);
        }
    }

    /// The index of the shape of a struct, and whether it is new, without fields.
    fn shape(&mut self, name: &'static str) -> (usize, bool) {
        let same = |shape: &FieldList| std::ptr::eq(shape.name, name) || shape.name == name;
        match self.shapes.iter().position(same) {
            Some(known) => (known, false),
            None => {
                let fields = Vec::new();
                self.shapes.push(FieldList { name, fields });
                (self.shapes.len() - 1, true)
            }
        }
    }
}

/// A struct while its fields are written.
struct Object<'w> {
    wire: &'w mut FlatSerializer,
    /// The shape that the fields are added to, for the first struct of its name.
    new_shape: Option<usize>,
}

impl ser::SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        if let Some(shape) = self.new_shape {
            self.wire.shapes[shape].fields.push(key);
        }
        value.serialize(&mut *self.wire)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl ser::SerializeSeq for &mut FlatSerializer {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

/// Names a value that the wire cannot carry.
#[derive(Debug)]
struct Error(String);

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Declares the methods for whole numbers, and those for types that no result holds.
macro_rules! methods {
    (whole: $($whole:ident $number:ty),+; never: $($never:ident $other:ty),+) => {
        $(fn $whole(self, value: $number) -> Result<(), Error> {
            self.whole(value.into());
            Ok(())
        })+
        $(fn $never(self, _: $other) -> Result<(), Error> {
            Err(Error::custom(stringify!($never)))
        })+
    };
}

impl<'w> ser::Serializer for &'w mut FlatSerializer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeStruct = Object<'w>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    methods!(
        whole: serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64;
        never: serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_char char,
            serialize_bytes &[u8], serialize_unit_struct &'static str
    );

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.push(CONSTANT, 1 + usize::from(value));
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.float(value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.name(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.push(CONSTANT, 0);
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        number: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        if name == EDIT_REFERENCE {
            self.push(REFERENCE, number as usize);
        } else {
            self.variant(variant);
        }
        Ok(())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, Error> {
        let len = len.ok_or_else(|| Error::custom("a list of unknown length"))?;
        self.push(LIST, len);
        Ok(self)
    }

    fn serialize_struct(self, name: &'static str, fields: usize) -> Result<Object<'w>, Error> {
        let (shape, new) = self.shape(name);
        if !new && self.shapes[shape].fields.len() != fields {
            return Err(Error::custom(format!("two structs {name}")));
        }
        self.push(OBJECT, shape);
        Ok(Object {
            wire: self,
            new_shape: new.then_some(shape),
        })
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error::custom(name))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Err(Error::custom("a tuple"))
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error::custom(name))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error::custom(name))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error::custom("a map"))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error::custom(name))
    }
}
