package org.xinheng.definition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Place;

/**
 * Where each part of a model stands in its file. Parts are told apart by identity, so that two equal bands in two
 * scales keep their own places.
 */
public final class Places {

  /** The key of the value that a condition compares with, whatever the comparison is called. */
  public static final String COMPARED = "compared";

  private record Entry(Place place, Map<String, Place> fields, boolean sound) {}

  private final String file;
  private final IdentityHashMap<Object, Entry> entries = new IdentityHashMap<>();

  Places(String file) {
    this.file = file;
  }

  /** Notes a part that was read from a map; it is sound if reading it found no fault. */
  void put(Object part, YamlMap map, boolean sound) {
    entries.put(part, new Entry(map.place(), map.valuePlaces(), sound));
  }

  /** Notes a part that was read from the map below its name; it stands at the name. */
  void put(Object part, Place name, YamlMap map, boolean sound) {
    entries.put(part, new Entry(name, map.valuePlaces(), sound));
  }

  /** Notes a part that was read from a single value. */
  void put(Object part, Place place) {
    put(part, place, true);
  }

  /** Notes a part that was read from a single value or from several; it is sound if reading it found no fault. */
  void put(Object part, Place place, boolean sound) {
    entries.put(part, new Entry(place, new HashMap<>(), sound));
  }

  /** Notes one more value of a part that was put before. */
  void note(Object part, String key, Place place) {
    Objects.requireNonNull(entries.get(part)).fields.put(key, place);
  }

  /** Where the part stands; the start of the file for a part that was not read from it. */
  public Place of(Object part) {
    Entry entry = entries.get(part);
    return entry == null ? Place.startOf(file) : entry.place;
  }

  /** Where the value of one key of the part stands; the part itself if the key is not there. */
  public Place of(Object part, String key) {
    Entry entry = entries.get(part);
    @Nullable Place field = entry == null ? null : entry.fields.get(key);
    return field == null ? of(part) : field;
  }

  /** Whether the key of the part is there. */
  public boolean has(Object part, String key) {
    Entry entry = entries.get(part);
    return entry != null && entry.fields.containsKey(key);
  }

  /** Whether the part was read without a fault, so that what it says can be checked. */
  public boolean isSound(Object part) {
    Entry entry = entries.get(part);
    return entry != null && entry.sound;
  }
}
