import dev.lockstep.json.Json;
import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import dev.lockstep.testing.azure.KeyVaultDouble;
import dev.lockstep.testing.google.SecretManagerDouble;
import dev.lockstep.testing.vault.VaultDouble;
import java.util.LinkedHashMap;
import java.util.Map;

/** A double of every provider, until standard input ends; says on one line where they are. */
class Doubles {
  public static void main(String... arguments) throws Exception {
    try (AwsSecretsManagerDouble aws = AwsSecretsManagerDouble.start();
        SecretManagerDouble google = SecretManagerDouble.start();
        KeyVaultDouble azure = KeyVaultDouble.start();
        VaultDouble vault = VaultDouble.start()) {
      Map<String, Object> at = new LinkedHashMap<>();
      at.put("aws", aws.endpoint().toString());
      at.put("gcp", google.endpoint().toString());
      at.put("azure", azure.endpoint().toString());
      at.put("vault", vault.address().toString());
      at.put("token", vault.rootToken());
      System.out.println(Json.write(at));
      System.in.readAllBytes();
    }
  }
}
