//! All tests of this crate that use it from outside, as one program: it is linked once.

mod example;
mod foresight;
mod gone;
mod gradual;
mod icons;
mod import;
mod languages;
mod lesson;
mod map;
mod membership;
mod reference;
mod side_by_side;
mod table;
