package probe;

import dev.lockstep.*;

@SecretSchema
class Warehouse {} // here
