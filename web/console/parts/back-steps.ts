/** The browser's history, as far as steps inside one page need it. */
export type Way = {
  /** How many entries stand here above the page's own. */
  depth(): number;
  /** Adds an entry, the `depth`th above the page's own. */
  push(depth: number): void;
  /** Goes so many entries on, or back where negative; `arrived` is called once it is there. */
  go(by: number): void;
};

/** Undoes a step; false where it can't be undone now and stays. */
export type GoBack = () => boolean | undefined;

/**
 * Steps inside one page, each with an entry of the history, so that the phone's own Back undoes the last of them.
 * A step that ends by itself takes its entry along: Back never leads into what is over, nor does Forward.
 */
export class BackSteps {
  readonly #way: Way;
  #steps: { goBack: GoBack }[] = [];
  #isGoing = false;
  #isOver = false;

  constructor(way: Way) {
    this.#way = way;
  }

  /** Adds a step upon those that stand; what it answers ends it. */
  add(goBack: GoBack): () => void {
    const step = { goBack };
    this.#steps.push(step);
    this.#settleSoon();
    return () => {
      this.#steps = this.#steps.filter((each) => each !== step);
      this.#settleSoon();
    };
  }

  /** The history stands at another entry: by Back or Forward, or because this asked for it. */
  arrived(): void {
    const wasAsked = this.#isGoing;
    this.#isGoing = false;
    if (!wasAsked) this.#undoTo(this.#way.depth());
    this.#settleSoon();
  }

  /** The page stands here. */
  begin(): void {
    this.#isOver = false;
    this.#settleSoon();
  }

  /** The page is left: its entries stay as they are. */
  end(): void {
    this.#isOver = true;
  }

  #undoTo(depth: number): void {
    while (this.#steps.length > depth) {
      const step = this.#steps.at(-1);
      if (step === undefined || step.goBack() === false) return;
      this.#steps = this.#steps.filter((each) => each !== step);
    }
  }

  /** What one tap ends and begins is one change of the history. */
  #settleSoon(): void {
    queueMicrotask(() => this.#settle());
  }

  #settle(): void {
    if (this.#isGoing || this.#isOver) return;
    const [stands, wanted] = [this.#way.depth(), this.#steps.length];
    for (let depth = stands + 1; depth <= wanted; depth++) this.#way.push(depth);
    if (stands <= wanted) return;
    this.#isGoing = true;
    this.#way.go(wanted - stands);
  }
}
