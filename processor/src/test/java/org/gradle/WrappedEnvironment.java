package org.gradle;

import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** An environment that only differs in where files go. */
public record WrappedEnvironment(ProcessingEnvironment wrapped, Filer filer)
    implements ProcessingEnvironment {
  @Override
  public Map<String, String> getOptions() {
    return wrapped.getOptions();
  }

  @Override
  public Messager getMessager() {
    return wrapped.getMessager();
  }

  @Override
  public Filer getFiler() {
    return filer;
  }

  @Override
  public Elements getElementUtils() {
    return wrapped.getElementUtils();
  }

  @Override
  public Types getTypeUtils() {
    return wrapped.getTypeUtils();
  }

  @Override
  public SourceVersion getSourceVersion() {
    return wrapped.getSourceVersion();
  }

  @Override
  public Locale getLocale() {
    return wrapped.getLocale();
  }
}
