package golden.schemas;

import dev.lockstep.SecretSchema;

/** A schema that another one extends. */
@SecretSchema
interface Named {
  String displayName();
}
