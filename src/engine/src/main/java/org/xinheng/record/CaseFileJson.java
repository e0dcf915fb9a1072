package org.xinheng.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.xinheng.definition.DefinitionJson;

/** Case files as JSON, by {@code case-file.schema.json}. The same file always gives the same bytes. */
public final class CaseFileJson {

  /** The version of the format, which stands first in each file. */
  public static final int FORMAT = 1;

  private static final String FORMAT_KEY = "case-file";

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private CaseFileJson() {}

  /** The whole file, for the psychology teacher. */
  public static ObjectNode of(CaseFile file) {
    ObjectNode root = JSON.createObjectNode().put(FORMAT_KEY, FORMAT);
    root.setAll(DefinitionJson.of(file));
    return root;
  }

  /**
   * Reads a whole file.
   *
   * @throws CaseFileException if the text is no case file of this format
   */
  public static CaseFile read(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // Its message holds text of the file.
      throw new CaseFileException(
          "case file: the text is no JSON at line " + e.getLocation().getLineNr());
    }
    if (!(root instanceof ObjectNode object) || !object.path(FORMAT_KEY).isInt()) {
      throw new CaseFileException("case file: the file must begin with '" + FORMAT_KEY + "'");
    }
    if (object.path(FORMAT_KEY).intValue() != FORMAT) {
      throw new CaseFileException("case file: format " + object.path(FORMAT_KEY).intValue()
          + " is not known; this program knows " + FORMAT);
    }
    ObjectNode rest = object.deepCopy();
    rest.remove(FORMAT_KEY);
    return RecordJson.read(CaseFile.class, rest);
  }
}
