//! Results to plain JavaScript objects, through one flat list of numbers.
//!
//! A call into JavaScript for every object and every field took a sixth of a comparison of reworded texts.
//! So a result is written down as numbers, one after the other, and `tape.js` makes the objects of them: the
//! names of fields and enumerations cross once, and no text does.

use rustc_hash::FxHashMap;
use serde::ser::{self, Error as _, Impossible, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/wasm/tape.js")]
extern "C" {
    /// Makes what a tape says. `shapes` are the names of the fields of each kind of object, joined by commas.
    fn read(tape: &[u32], names: Vec<String>, shapes: Vec<String>) -> JsValue;
}

/// What a value is stands in the lowest bits of its number, above them how much or which one. Known to `tape.js`.
const TAG_BITS: u32 = 3;
/// A whole number.
const WHOLE: u32 = 0;
/// Any number: its bits are the next two, the lower half first.
const FLOAT: u32 = 1;
/// The text of that number in the names.
const NAME: u32 = 2;
/// A list of so many values, which follow.
const LIST: u32 = 3;
/// An object of the shape of that number; its values follow.
const OBJECT: u32 = 4;
/// Null, false, true.
const CONSTANT: u32 = 5;
/// The object that was the edit of that number, counted from the first.
const SAME: u32 = 6;

/// The name of an enumeration of which a variant says that number by its own.
pub(super) const SAME_EDIT: &str = "SameEdit";

/// The value as JavaScript has it: structs as objects, lists as arrays, nothing as null, enumerations as the
/// names of their variants. Fails on what no result holds: maps, tuples, variants with values, signed numbers.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    let mut tape = Tape::default();
    value
        .serialize(&mut tape)
        .map_err(|error| JsError::new(&error.to_string()))?;
    let shapes = tape.shapes.iter().map(|shape| shape.fields.join(","));
    let shapes = shapes.collect();
    Ok(read(&tape.words, tape.names, shapes))
}

/// The fields of all structs of one name.
struct Shape {
    name: &'static str,
    fields: Vec<&'static str>,
}

#[derive(Default)]
struct Tape {
    words: Vec<u32>,
    names: Vec<String>,
    numbers: FxHashMap<String, u32>,
    /// The numbers of the names of variants, by where they stand in memory.
    variants: FxHashMap<(usize, usize), u32>,
    shapes: Vec<Shape>,
}

impl Tape {
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

    /// Names a variant. Each has one place in memory, or a few, which is sooner found than its letters.
    fn variant(&mut self, name: &'static str) {
        let place = (name.as_ptr() as usize, name.len());
        if let Some(&number) = self.variants.get(&place) {
            self.push(NAME, number as usize);
        } else {
            self.name(name);
            self.variants.insert(place, self.numbers[name]);
        }
    }

    /// The number of the shape of a struct, and whether its fields are still to be named.
    fn shape(&mut self, name: &'static str) -> (usize, bool) {
        let same = |shape: &Shape| std::ptr::eq(shape.name, name) || shape.name == name;
        match self.shapes.iter().position(same) {
            Some(known) => (known, false),
            None => {
                let fields = Vec::new();
                self.shapes.push(Shape { name, fields });
                (self.shapes.len() - 1, true)
            }
        }
    }
}

/// A struct while its fields are written.
struct Object<'t> {
    tape: &'t mut Tape,
    /// The shape of which the fields are to be named.
    naming: Option<usize>,
}

impl ser::SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        if let Some(shape) = self.naming {
            self.tape.shapes[shape].fields.push(key);
        }
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl ser::SerializeSeq for &mut Tape {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

/// What cannot be written down.
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

/// Declares methods for whole numbers, and for types that no result holds.
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

impl<'t> ser::Serializer for &'t mut Tape {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeStruct = Object<'t>;
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
        if name == SAME_EDIT {
            self.push(SAME, number as usize);
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

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'t>, Error> {
        let (shape, new) = self.shape(name);
        self.push(OBJECT, shape);
        Ok(Object {
            tape: self,
            naming: new.then_some(shape),
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
