package dev.lockstep.secret.encryption;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The memory-hard key derivation scrypt, RFC 7914.
 *
 * <p>The JDK has none, and the smallest library that has one weighs 8 MB, which every pipeline
 * would carry and start with. scrypt is the one of its kind that needs nothing but what the JDK
 * has, HMAC-SHA-256, and some forty lines of arithmetic that leave nothing to choose. The tests
 * hold it against the RFC's vectors and, with random parameters, against Bouncy Castle.
 */
final class Scrypt {
  private static final int ROUNDS = 8;

  /** The words of a block of Salsa20. */
  private static final int WORDS = 16;

  private Scrypt() {}

  /**
   * Derives a key; needs {@code 128 * cost * blockSize} bytes of memory.
   *
   * @param cost N of the RFC, a power of 2
   * @param blockSize r of the RFC
   * @param passes p of the RFC, done one after the other
   * @param length of the key, in bytes
   */
  static byte[] derive(
      byte[] password, byte[] salt, int cost, int blockSize, int passes, int length) {
    Mac mac = mac(password);
    byte[] blocks = expand(mac, salt, passes * 128 * blockSize);
    mix(blocks, cost, blockSize, passes);
    byte[] key = expand(mac, blocks, length);
    Arrays.fill(blocks, (byte) 0);
    return key;
  }

  /** PBKDF2 with one iteration. */
  private static byte[] expand(Mac mac, byte[] salt, int length) {
    byte[] out = new byte[length];
    for (int at = 0, number = 1; at < length; at += mac.getMacLength(), number++) {
      mac.update(salt);
      byte[] block = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
      System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
    }
    return out;
  }

  private static Mac mac(byte[] password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // HMAC fills a short key up with zeros, so these two are one key; Java has no empty one.
      mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256, which every Java 17 has.", e);
    }
  }

  /** Each part of the blocks through ROMix. */
  private static void mix(byte[] blocks, int cost, int blockSize, int passes) {
    int words = 2 * WORDS * blockSize;
    // Row by row, so that no single piece of memory of this size has to be found.
    int[][] table = new int[cost][words];
    int[] block = new int[words];
    int[] next = new int[words];
    ByteBuffer bytes = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN);
    for (int pass = 0; pass < passes; pass++) {
      int start = pass * words * Integer.BYTES;
      bytes
          .slice(start, words * Integer.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer()
          .get(block);
      for (int i = 0; i < cost; i++) {
        System.arraycopy(block, 0, table[i], 0, words);
        blockMix(block, next);
        int[] swapped = block;
        block = next;
        next = swapped;
      }
      for (int i = 0; i < cost; i++) {
        int[] row = table[block[words - WORDS] & (cost - 1)];
        for (int j = 0; j < words; j++) {
          block[j] ^= row[j];
        }
        blockMix(block, next);
        int[] swapped = block;
        block = next;
        next = swapped;
      }
      bytes
          .slice(start, words * Integer.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer()
          .put(block);
    }
  }

  /** BlockMix: the blocks of 64 bytes chained, first those with even numbers, then the odd ones. */
  private static void blockMix(int[] in, int[] out) {
    int[] x = new int[WORDS];
    System.arraycopy(in, in.length - WORDS, x, 0, WORDS);
    for (int i = 0; i < in.length; i += WORDS) {
      salsa(x, in, i);
      int half = i / WORDS % 2 == 0 ? 0 : in.length / 2;
      System.arraycopy(x, 0, out, half + i / (2 * WORDS) * WORDS, WORDS);
    }
  }

  /** Salsa20/8 of the state and the words at a place of a block. */
  private static void salsa(int[] state, int[] in, int at) {
    int s0 = state[0] ^= in[at];
    int s1 = state[1] ^= in[at + 1];
    int s2 = state[2] ^= in[at + 2];
    int s3 = state[3] ^= in[at + 3];
    int s4 = state[4] ^= in[at + 4];
    int s5 = state[5] ^= in[at + 5];
    int s6 = state[6] ^= in[at + 6];
    int s7 = state[7] ^= in[at + 7];
    int s8 = state[8] ^= in[at + 8];
    int s9 = state[9] ^= in[at + 9];
    int s10 = state[10] ^= in[at + 10];
    int s11 = state[11] ^= in[at + 11];
    int s12 = state[12] ^= in[at + 12];
    int s13 = state[13] ^= in[at + 13];
    int s14 = state[14] ^= in[at + 14];
    int s15 = state[15] ^= in[at + 15];
    for (int round = 0; round < ROUNDS; round += 2) {
      s4 ^= Integer.rotateLeft(s0 + s12, 7);
      s8 ^= Integer.rotateLeft(s4 + s0, 9);
      s12 ^= Integer.rotateLeft(s8 + s4, 13);
      s0 ^= Integer.rotateLeft(s12 + s8, 18);
      s9 ^= Integer.rotateLeft(s5 + s1, 7);
      s13 ^= Integer.rotateLeft(s9 + s5, 9);
      s1 ^= Integer.rotateLeft(s13 + s9, 13);
      s5 ^= Integer.rotateLeft(s1 + s13, 18);
      s14 ^= Integer.rotateLeft(s10 + s6, 7);
      s2 ^= Integer.rotateLeft(s14 + s10, 9);
      s6 ^= Integer.rotateLeft(s2 + s14, 13);
      s10 ^= Integer.rotateLeft(s6 + s2, 18);
      s3 ^= Integer.rotateLeft(s15 + s11, 7);
      s7 ^= Integer.rotateLeft(s3 + s15, 9);
      s11 ^= Integer.rotateLeft(s7 + s3, 13);
      s15 ^= Integer.rotateLeft(s11 + s7, 18);
      s1 ^= Integer.rotateLeft(s0 + s3, 7);
      s2 ^= Integer.rotateLeft(s1 + s0, 9);
      s3 ^= Integer.rotateLeft(s2 + s1, 13);
      s0 ^= Integer.rotateLeft(s3 + s2, 18);
      s6 ^= Integer.rotateLeft(s5 + s4, 7);
      s7 ^= Integer.rotateLeft(s6 + s5, 9);
      s4 ^= Integer.rotateLeft(s7 + s6, 13);
      s5 ^= Integer.rotateLeft(s4 + s7, 18);
      s11 ^= Integer.rotateLeft(s10 + s9, 7);
      s8 ^= Integer.rotateLeft(s11 + s10, 9);
      s9 ^= Integer.rotateLeft(s8 + s11, 13);
      s10 ^= Integer.rotateLeft(s9 + s8, 18);
      s12 ^= Integer.rotateLeft(s15 + s14, 7);
      s13 ^= Integer.rotateLeft(s12 + s15, 9);
      s14 ^= Integer.rotateLeft(s13 + s12, 13);
      s15 ^= Integer.rotateLeft(s14 + s13, 18);
    }
    state[0] += s0;
    state[1] += s1;
    state[2] += s2;
    state[3] += s3;
    state[4] += s4;
    state[5] += s5;
    state[6] += s6;
    state[7] += s7;
    state[8] += s8;
    state[9] += s9;
    state[10] += s10;
    state[11] += s11;
    state[12] += s12;
    state[13] += s13;
    state[14] += s14;
    state[15] += s15;
  }
}
