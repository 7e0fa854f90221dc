package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Function;

/** Finds uses of another module, or of a library, that a module's row does not allow. */
final class StayInModule extends ArchCondition<JavaClass> {
  private final Module module;
  private final Function<JavaClass, Optional<String>> moduleOf;

  StayInModule(Module module, Function<JavaClass, Optional<String>> moduleOf) {
    super("use " + module.modules() + " and " + module.packages() + " only");
    this.module = module;
    this.moduleOf = moduleOf;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      if (!allowed(dependency.getTargetClass().getBaseComponentType())) {
        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
      }
    }
  }

  private boolean allowed(JavaClass used) {
    return moduleOf
        .apply(used)
        .map(folder -> folder.equals(module.folder()) || module.modules().contains(folder))
        .orElseGet(
            () ->
                used.isPrimitive()
                    || PackageMatchers.of(module.packages()).test(used.getPackageName()));
  }
}
