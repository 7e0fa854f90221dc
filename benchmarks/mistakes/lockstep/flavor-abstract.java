package probe;

import dev.lockstep.*;

@Flavor("vault")
public abstract class Vault implements SecretsManager {} // here
