package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {} // here
