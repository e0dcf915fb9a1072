package org.xinheng.validation.irt;

/** Which numbers are estimated: each parameter of each item is one of them, shares one with others, or is fixed. */
final class Layout {

  private static final int FIXED = -1;

  private final int[][] number;
  private final int size;

  private Layout(int[][] number, int size) {
    this.number = number;
    this.size = size;
  }

  static Layout of(IrtModel model, AnswerPatterns answers) {
    int[][] number = new int[answers.items()][];
    int next = model == IrtModel.RASCH ? 1 : 0;
    for (int j = 0; j < number.length; j++) {
      number[j] = new int[answers.categories(j)];
      number[j][0] = model == IrtModel.RASCH ? 0 : FIXED;
      for (int k = model.isRasch() ? 1 : 0; k < number[j].length; k++) {
        number[j][k] = next++;
      }
    }
    return new Layout(number, next);
  }

  /** How many numbers are estimated. */
  int size() {
    return size;
  }

  /** How many of them belong to an item, shared ones included. */
  int sizeOf(int item) {
    int count = 0;
    for (int n : number[item]) {
      count += n == FIXED ? 0 : 1;
    }
    return count;
  }

  /** Which number a parameter is; below 0 if it is fixed. */
  int number(int item, int parameter) {
    return number[item][parameter];
  }

  void addGradient(int item, double[] byParameter, double weight, double[] sums) {
    for (int k = 0; k < byParameter.length; k++) {
      if (number[item][k] != FIXED) {
        sums[number[item][k]] += weight * byParameter[k];
      }
    }
  }

  /** Adds second derivatives by the parameters of one item and of another, or the same. */
  void addBlock(int item, int other, double[][] byParameters, double[][] sums) {
    for (int k = 0; k < byParameters.length; k++) {
      for (int l = 0; l < byParameters[k].length; l++) {
        if (number[item][k] != FIXED && number[other][l] != FIXED) {
          sums[number[item][k]][number[other][l]] += byParameters[k][l];
        }
      }
    }
  }

  /** Parameters moved by a share of a step. */
  double[][] moved(double[][] parameters, double[] step, double share) {
    double[][] moved = new double[parameters.length][];
    for (int j = 0; j < moved.length; j++) {
      moved[j] = parameters[j].clone();
      for (int k = 0; k < moved[j].length; k++) {
        moved[j][k] += number[j][k] == FIXED ? 0 : share * step[number[j][k]];
      }
    }
    return moved;
  }
}
