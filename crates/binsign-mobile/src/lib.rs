//! The mobile face.
