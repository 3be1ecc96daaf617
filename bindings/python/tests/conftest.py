"""Binance's documented example key, which all tests of the Python face sign with."""

import pytest
from documented import API_KEY, SECRET

import binsign


@pytest.fixture
def signer() -> binsign.Signer:
    return binsign.Signer(API_KEY, SECRET)
