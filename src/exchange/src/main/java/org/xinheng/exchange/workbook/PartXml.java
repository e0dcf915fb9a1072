package org.xinheng.exchange.workbook;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Place;

/**
 * The elements of a part, one after the other, by their local names: the namespaces differ between the two forms of the
 * standard. Document types and entities are refused.
 */
final class PartXml implements Closeable {

  private static final int DEEPEST = 64;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;
  private final InputStream in;
  private final Place place;
  private int depth;

  PartXml(InputStream in, Place place) throws IOException {
    this.in = in;
    this.place = place;
    try {
      this.reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Named, and not looked up: this one takes a third of the time of the one in the JDK. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Goes on to the next start or end of an element, or text; says whether there was one. */
  boolean next() throws IOException {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > DEEPEST) {
              throw WorkbookException.damaged(place, "its elements are nested too deeply");
            }
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw WorkbookException.damaged(
                place, "it declares a document type, which no spreadsheet program does");
          default -> {
            // Comments and instructions say nothing.
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private RuntimeException broken(XMLStreamException e) throws IOException {
    // The parser wraps what the stream throws; its own message may hold text of the file.
    @Nullable Throwable cause = e.getNestedException();
    if (cause instanceof IOException io && !(cause instanceof CharConversionException)) {
      throw io;
    }
    return cause instanceof WorkbookException known
        ? known
        : WorkbookException.damaged(place, "a part is no well-formed XML");
  }

  /** Goes to the end of the element where the reader stands. */
  void skip() throws IOException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // Whatever is in it.
    }
  }

  boolean isStart() {
    return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean isStart(String name) {
    return isStart() && reader.getLocalName().equals(name);
  }

  boolean isEnd(String name) {
    return reader.getEventType() == XMLStreamConstants.END_ELEMENT
        && reader.getLocalName().equals(name);
  }

  boolean isText() {
    int type = reader.getEventType();
    return type == XMLStreamConstants.CHARACTERS || type == XMLStreamConstants.CDATA;
  }

  String name() {
    return reader.getLocalName();
  }

  /** Adds the text where the reader stands. */
  void addTextTo(StringBuilder to) {
    try {
      to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    } catch (UncheckedStreamException e) {
      // Text is only looked at when somebody asks for it.
      throw WorkbookException.damaged(place, "a part is no well-formed XML");
    }
  }

  /** An attribute without namespace. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(plainAttribute(name));
  }

  /** The same, for what is asked of every cell. */
  @Nullable
  String plainAttribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** An attribute without namespace; empty text if it is not there. */
  String text(String name) {
    return attribute(name).orElse("");
  }

  /** The reference to another part, {@code r:id}, which has a namespace. */
  Optional<String> reference() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      @Nullable String namespace = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals("id")
          && namespace != null
          && namespace.endsWith("/relationships")) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** Whether an attribute says yes. */
  boolean says(String attribute) {
    return attribute(attribute).filter(PartXml::isYes).isPresent();
  }

  private static boolean isYes(String value) {
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException("a part of a workbook cannot be closed", e);
    } finally {
      in.close();
    }
  }
}
