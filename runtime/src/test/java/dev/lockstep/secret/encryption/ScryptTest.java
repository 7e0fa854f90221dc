package dev.lockstep.secret.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;

class ScryptTest {
  /** RFC 7914, section 12; the last one, of 1 GiB, is left out. */
  @Test
  void theVectorsOfTheRfcAreMet() {
    assertThat(derive("", "", 16, 1, 1))
        .isEqualTo(
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    assertThat(derive("password", "NaCl", 1024, 8, 16))
        .isEqualTo(
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    assertThat(derive("pleaseletmein", "SodiumChloride", 16384, 8, 1))
        .isEqualTo(
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
  }

  @Test
  void bouncyCastleDerivesTheSameKeys() {
    Random random = new Random(7914);
    for (int i = 0; i < 300; i++) {
      byte[] password = bytes(random, 200);
      byte[] salt = bytes(random, 80);
      int cost = 2 << random.nextInt(9);
      int blockSize = 1 + random.nextInt(10);
      int passes = 1 + random.nextInt(4);
      int length = 1 + random.nextInt(100);
      assertThat(Scrypt.derive(password, salt, cost, blockSize, passes, length))
          .as("N=%s, r=%s, p=%s, %s bytes", cost, blockSize, passes, length)
          .isEqualTo(SCrypt.generate(password, salt, cost, blockSize, passes, length));
    }
  }

  private static byte[] bytes(Random random, int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String derive(String password, String salt, int cost, int blockSize, int passes) {
    return HexFormat.of()
        .formatHex(
            Scrypt.derive(
                password.getBytes(StandardCharsets.US_ASCII),
                salt.getBytes(StandardCharsets.US_ASCII),
                cost,
                blockSize,
                passes,
                64));
  }
}
