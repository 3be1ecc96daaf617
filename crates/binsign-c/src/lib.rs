//! The c face.
