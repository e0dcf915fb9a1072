package org.xinheng.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes a tree of maps, lists and values in a few places. */
final class Shuffle {

  private static final List<Object> ODD = List.of(
      "",
      "null",
      "~",
      "0",
      "1",
      "-1",
      "1e9",
      "0.5",
      "2..1",
      "0..100",
      "1..99999",
      "１",
      "是",
      "yes",
      "a.b",
      "[",
      "{}",
      "999999999999999999999",
      ".inf",
      ".nan",
      List.of(),
      Map.of(),
      0,
      1,
      2,
      3,
      -1,
      127,
      128,
      99,
      1000000,
      0.1,
      1.5,
      -0.01);

  private final Random random;
  private final List<Object> parts;

  /** @param parts from which others are taken */
  Shuffle(Random random, List<Object> parts) {
    this.random = random;
    this.parts = parts;
  }

  /** Adds everything in a tree to the parts. */
  void collect(Object tree) {
    parts.add(tree);
    if (tree instanceof Map<?, ?> map) {
      map.values().forEach(this::collect);
    } else if (tree instanceof List<?> list) {
      list.forEach(this::collect);
    }
  }

  /** A copy with so many changes. */
  Object of(Object tree, int changes) {
    Object changed = tree;
    for (int i = 0; i < changes; i++) {
      changed = change(changed, random.nextInt(size(changed)));
    }
    return changed;
  }

  private static int size(Object tree) {
    int size = 1;
    if (tree instanceof Map<?, ?> map) {
      size += map.values().stream().mapToInt(Shuffle::size).sum();
    } else if (tree instanceof List<?> list) {
      size += list.stream().mapToInt(Shuffle::size).sum();
    }
    return size;
  }

  /** A copy of a tree with its n-th part changed. */
  private Object change(Object tree, int n) {
    if (n == 0) {
      return changed(tree);
    }
    int left = n - 1;
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        int size = size(entry.getValue());
        boolean here = left >= 0 && left < size;
        copy.put(entry.getKey(), here ? change(entry.getValue(), left) : entry.getValue());
        left -= size;
      }
      return copy;
    }
    List<Object> copy = new ArrayList<>();
    for (Object entry : (List<?>) tree) {
      int size = size(entry);
      boolean here = left >= 0 && left < size;
      copy.add(here ? change(entry, left) : entry);
      left -= size;
    }
    return copy;
  }

  private Object changed(Object part) {
    if (part instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0) {
      return changed(map);
    }
    if (part instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
      return changed(list);
    }
    if (part instanceof Integer number && random.nextInt(3) > 0) {
      return number + random.nextInt(5) - 2;
    }
    return random.nextBoolean()
        ? parts.get(random.nextInt(parts.size()))
        : ODD.get(random.nextInt(ODD.size()));
  }

  private Object changed(Map<?, ?> map) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    List<Object> keys = new ArrayList<>(map.keySet());
    Object key = keys.get(random.nextInt(keys.size()));
    switch (random.nextInt(4)) {
      case 0 -> copy.remove(key);
      case 1 -> copy.put(key, copy.get(keys.get(random.nextInt(keys.size()))));
      case 2 -> {
        Object other = parts.get(random.nextInt(parts.size()));
        if (other instanceof Map<?, ?> added) {
          copy.putAll(added);
        } else {
          copy.put(key, other);
        }
      }
      default -> {
        Object value = copy.remove(key);
        copy.put(key + "-2", value);
      }
    }
    return copy;
  }

  private Object changed(List<?> list) {
    List<Object> copy = new ArrayList<>(list);
    int at = random.nextInt(copy.size());
    switch (random.nextInt(4)) {
      case 0 -> copy.remove(at);
      case 1 -> copy.add(copy.get(at));
      case 2 -> Collections.swap(copy, at, random.nextInt(copy.size()));
      default -> copy.set(at, parts.get(random.nextInt(parts.size())));
    }
    return copy;
  }
}
