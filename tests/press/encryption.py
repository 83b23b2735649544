"""Encrypted PDFs that open without a password, as offices hand them out."""

import hashlib
from typing import Any, Final

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfdoc import DummyDoc, PDFDictionary, PDFName, PDFObject

OWNER: Final = "owner"
STRENGTHS: Final = {"RC4 40": 40, "RC4 128": 128}
BLOCK: Final = 16


class Aes128(StandardEncryption):
    """AES with 128 bits (V 4, R 4), whose keys are made as those of RC4 with 128 bits are."""

    def __init__(self) -> None:
        super().__init__("", ownerPassword=OWNER, canModify=0, strength=128)

    def encode(self, t: str | bytes) -> bytes:
        """Encrypts a string or stream of the object last registered."""
        # Only this kind needs the package.
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        plain = t.encode("latin-1") if isinstance(t, str) else bytes(t)
        place = self.objnum.to_bytes(3, "little") + self.version.to_bytes(2, "little")
        key = hashlib.md5(self.key + place + b"sAlT", usedforsecurity=False).digest()
        # The same text gives the same bytes, which no real document needs.
        start = hashlib.md5(plain + place, usedforsecurity=False).digest()
        missing = BLOCK - len(plain) % BLOCK
        encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
        return start + encryptor.update(plain + bytes([missing]) * missing) + encryptor.finalize()

    def info(self) -> PDFObject:
        """The document's encryption dictionary."""
        return _Dictionary(self)


class _Dictionary(PDFObject):
    __RefOnly__ = 1

    def __init__(self, of: Aes128) -> None:
        self.of = of

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        method = {"Length": 16, "AuthEvent": PDFName("DocOpen"), "CFM": PDFName("AESV2")}
        entries = {
            "Filter": PDFName("Standard"),
            "V": 4,
            "R": 4,
            "Length": 128,
            "O": _hex(self.of.O),
            "U": _hex(self.of.U),
            "P": self.of.P,
            "CF": PDFDictionary({"StdCF": PDFDictionary(method)}),
            "StmF": PDFName("StdCF"),
            "StrF": PDFName("StdCF"),
        }
        # A document of its own, so that the entries themselves stay plain.
        return PDFDictionary(entries).format(DummyDoc())


def _hex(value: bytes) -> str:
    return f"<{value.hex()}>"


def encryption(kind: str) -> StandardEncryption | None:
    """What reportlab takes for a kind of encryption; nothing for none."""
    if not kind:
        return None
    if kind == "AES 128":
        return Aes128()
    return StandardEncryption("", ownerPassword=OWNER, canModify=0, strength=STRENGTHS[kind])
