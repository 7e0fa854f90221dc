package dev.lockstep.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims what the other processors have read: our annotations, and the one on what we generate. If
 * nobody did, {@code -Xlint:processing} would warn, which {@code -Werror} makes an error; if one of
 * the others did, those after it would not be asked.
 */
@SupportedAnnotationTypes({"dev.lockstep.*", "javax.annotation.processing.Generated"})
public final class ClaimingProcessor extends AbstractProcessor {
  /** For the compiler, which finds the processor by its name. */
  public ClaimingProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // It comes last, and does nothing else.
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
