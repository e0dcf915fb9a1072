package org.xinheng.app;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinheng.administration.Consent;
import org.xinheng.administration.Obstacle;
import org.xinheng.app.show.ReadingLanguage;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the definition language as values of options. */
final class WordConverters {

  private WordConverters() {}

  static LocalDate date(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + value + "' is no date such as 2026-09-01");
    }
  }

  static LocalDateTime time(String value) {
    try {
      return LocalDateTime.parse(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + value + "' is no date with a time such as 2026-10-30T15:00");
    }
  }

  static final class OfInformant implements ITypeConverter<Informant> {
    @Override
    public Informant convert(String value) {
      return constant(value, Informant.values(), Informant::word);
    }
  }

  static final class OfWording implements ITypeConverter<Licence.Wording> {
    @Override
    public Licence.Wording convert(String value) {
      return constant(value, Licence.Wording.values(), Licence.Wording::word);
    }
  }

  static final class OfLanguage implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return constant(value, Language.values(), Language::tag);
    }
  }

  static final class OfSex implements ITypeConverter<Sex> {
    @Override
    public Sex convert(String value) {
      return constant(value, Sex.values(), Sex::word);
    }
  }

  static final class OfObstacle implements ITypeConverter<Obstacle.Kind> {
    @Override
    public Obstacle.Kind convert(String value) {
      return constant(value, Obstacle.Kind.values(), Obstacle.Kind::word);
    }
  }

  static final class OfConsentMode implements ITypeConverter<Consent.Mode> {
    @Override
    public Consent.Mode convert(String value) {
      return constant(value, Consent.Mode.values(), Consent.Mode::word);
    }
  }

  static final class OfConsentState implements ITypeConverter<Consent.State> {
    @Override
    public Consent.State convert(String value) {
      return constant(value, Consent.State.values(), Consent.State::word);
    }
  }

  static final class OfKind implements ITypeConverter<ShownKind> {
    @Override
    public ShownKind convert(String value) {
      return constant(value, ShownKind.values(), ShownKind::toString);
    }
  }

  static final class OfRole implements ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      return constant(value, Role.values(), Role::word);
    }
  }

  static final class OfReadingLanguage implements ITypeConverter<ReadingLanguage> {
    @Override
    public ReadingLanguage convert(String value) {
      return constant(value, ReadingLanguage.values(), ReadingLanguage::word);
    }
  }

  private static <E> E constant(String value, E[] constants, Function<E, String> wordOf) {
    return Arrays.stream(constants)
        .filter(constant -> wordOf.apply(constant).equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of "
            + Arrays.stream(constants).map(wordOf).collect(Collectors.joining(", "))));
  }
}
