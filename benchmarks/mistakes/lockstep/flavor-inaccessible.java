package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;
import java.util.*;

class Outer {
  @Flavor("vault")
  private static class Vault implements SecretsManager { // here
    @Override public void register(Secret secret) {}

    @Override public Secret get(String name) {
      return null;
    }

    @Override public Map<String, Secret> getAll(java.util.Collection<String> names) {
      return null;
    }

    @Override public List<String> list() {
      return null;
    }

    @Override public void update(Secret secret) {}

    @Override public void delete(String name) {}

    @Override public void deleteAll(boolean force) {}
  }
}
