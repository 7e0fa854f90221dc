package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;
import java.util.*;

@Flavor("vault")
public class Vault implements SecretsManager { // here
  public Vault(int a, String b) {} // here
  public void register(Secret secret) {}

  public Secret get(String name) {
    return null;
  }

  public Map<String, Secret> getAll(java.util.Collection<String> names) {
    return null;
  }

  public List<String> list() {
    return null;
  }

  public void update(Secret secret) {}

  public void delete(String name) {}

  public void deleteAll(boolean force) {}

  public void close() {}
}
