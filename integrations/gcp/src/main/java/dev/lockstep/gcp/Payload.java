package dev.lockstep.gcp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Payloads are bytes at Google; ours are text. */
final class Payload {
  private Payload() {}

  /**
   * The text that bytes are in UTF-8; in base64 those that are none, as another tool's key file.
   */
  static String text(byte[] payload) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException e) {
      return Base64.getEncoder().encodeToString(payload);
    }
  }
}
