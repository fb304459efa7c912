/** The characters of the bytes 0x80 to 0x9f; five of them stand for nothing and stay control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Decodes Windows-1252. Some versions of Node (20.20 among them) decode it as if it were ISO 8859-1 and give control
 * characters for the apostrophes and dashes at 0x80 to 0x9f; where the decoder is right there is nothing left to put
 * right.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => HIGH.charAt(control.charCodeAt(0) - 0x80))
}
