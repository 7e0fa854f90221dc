package probe;

import dev.lockstep.*;

@SecretSchema
enum Warehouse {} // here
