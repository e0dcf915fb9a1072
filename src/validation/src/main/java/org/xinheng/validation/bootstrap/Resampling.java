package org.xinheng.validation.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.validation.RandomNumbers;

/** How people are drawn again. Rows are numbered from 0. */
@FunctionalInterface
public interface Resampling {

  /** The rows of one new sample, with repetitions, in any order. */
  int[] draw(RandomNumbers random);

  /** As many of all people as there are. */
  static Resampling simple(int n) {
    return random -> {
      int[] rows = new int[n];
      for (int i = 0; i < n; i++) {
        rows[i] = random.below(n);
      }
      return rows;
    };
  }

  /** As many of each group as there are, so that no sample lacks one. */
  static Resampling stratified(int[] group) {
    int[][] members = members(Arrays.stream(group).boxed().toList());
    return random -> {
      int[] rows = new int[group.length];
      int next = 0;
      for (int[] stratum : members) {
        for (int i = 0; i < stratum.length; i++) {
          rows[next++] = stratum[random.below(stratum.length)];
        }
      }
      return rows;
    };
  }

  /** As many cases and as many controls as there are. */
  static Resampling stratified(boolean[] isCase) {
    int[] group = new int[isCase.length];
    for (int i = 0; i < group.length; i++) {
      group[i] = isCase[i] ? 1 : 0;
    }
    return stratified(group);
  }

  /** As many schools as there are, each with all its people: who shares a school is alike, and is drawn together. */
  static Resampling clustered(List<String> cluster) {
    int[][] members = members(cluster);
    return random -> {
      int[][] drawn = new int[members.length][];
      int size = 0;
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = members[random.below(members.length)];
        size += drawn[i].length;
      }
      int[] rows = new int[size];
      int next = 0;
      for (int[] rowsOfOne : drawn) {
        System.arraycopy(rowsOfOne, 0, rows, next, rowsOfOne.length);
        next += rowsOfOne.length;
      }
      return rows;
    };
  }

  /** Samples drawn elsewhere, one after the other and then from the first again. */
  static Resampling given(int[][] samples) {
    int[] next = {0};
    return random -> samples[next[0]++ % samples.length].clone();
  }

  /** The rows of each group, in the order in which groups appear. */
  static int[][] members(List<?> group) {
    Map<Object, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < group.size(); i++) {
      rows.computeIfAbsent(group.get(i), name -> new ArrayList<>()).add(i);
    }
    return rows.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
