package org.xinheng.app.study;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Locale;

/**
 * A study as JSON, as {@code validate.schema.json} describes it: names with hyphens, what is not defined or hidden is null,
 * and what has no bound is the text {@code infinite} or {@code -infinite}.
 */
public final class StudyJson {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
      .visibility(PropertyAccessor.ALL, Visibility.NONE)
      .visibility(PropertyAccessor.FIELD, Visibility.ANY)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .addModule(new SimpleModule()
          .addSerializer(Double.class, new OfNumber())
          .addSerializer(double.class, new OfNumber())
          .addSerializer(Enum.class, new OfConstant()))
      .build();

  private StudyJson() {}

  /** The whole study. */
  public static String of(StudyRun<?> run) {
    try {
      return MAPPER.writeValueAsString(run) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every study can be written", e);
    }
  }

  private static final class OfNumber extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      if (value.isNaN()) {
        out.writeNull();
      } else if (value.isInfinite()) {
        out.writeString(value > 0 ? "infinite" : "-infinite");
      } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        out.writeNumber(value.longValue());
      } else {
        out.writeNumber(value);
      }
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class OfConstant extends JsonSerializer<Enum> {
    @Override
    public void serialize(Enum value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      out.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
