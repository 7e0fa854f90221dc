package dev.lockstep.vault;

import dev.lockstep.secret.provider.ParallelCalls;
import dev.lockstep.secret.provider.ProviderFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Asks the same of many entries, side by side: a KV engine has no call for several. */
final class ParallelChecks {
  private ParallelChecks() {}

  /** A question about one entry. */
  interface Check extends ParallelCalls.Call<String, Boolean, ProviderFailure> {}

  /** Those for which it holds, in their order. */
  static List<String> filter(List<String> ids, Check check) throws ProviderFailure {
    try {
      List<String> found = new ArrayList<>();
      Iterator<Boolean> holds = ParallelCalls.make(ids, check).iterator();
      for (String id : ids) {
        if (holds.next()) {
          found.add(id);
        }
      }
      return found;
    } catch (InterruptedException e) {
      throw ParallelCalls.interrupted();
    }
  }
}
