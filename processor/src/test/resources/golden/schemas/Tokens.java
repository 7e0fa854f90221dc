package golden.schemas;

import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;
import java.util.Optional;

/** Every key is optional, and one must be there. */
@SecretSchema(atLeastOne = true)
public interface Tokens {
  Optional<SecretValue> accessToken();

  Optional<SecretValue> refreshToken();
}
