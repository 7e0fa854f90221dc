// options -proc:none
package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  String url();

  static Churn of(String url) {
    return ImmutableChurn.builder().url(url).build();
  }
}
