package probe;

import dev.lockstep.*;

@Flavor("vault")
public class Vault {} // here
