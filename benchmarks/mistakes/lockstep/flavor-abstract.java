package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Flavor("vault")
public abstract class Vault implements SecretsManager {} // here
