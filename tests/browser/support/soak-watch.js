// What is shown, and to which request does it belong? Exports watchAnswers, which runs in the page before its own scripts,
// and countWasmMemory, a piece of script that stands before the worker's.

/**
 * Numbers the page's searches and their answers as they pass between page and worker, and looks at every frame whether the
 * list that is shown belongs to an answer older than one shown before. Leaves all it knows in `globalThis.soak`.
 */
export function watchAnswers() {
  const soak = { asked: null, answered: new Map(), shownId: 0, stale: [], frames: 0, answers: 0 };
  globalThis.soak = soak;
  const Own = globalThis.Worker;
  /** The page's own box asks for so many hits; elements beside it ask for fewer. */
  const PAGE_LIMIT = 40;
  globalThis.Worker = class extends Own {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const question = soak.answered.get(data.id);
        if (!question || !data.value) return;
        const [first] = data.value.hits;
        question.first = first ? `#/${first.system}/${first.code}` : '';
        soak.answers += 1;
      });
    }

    postMessage(message, ...rest) {
      if (message.kind === 'search' && message.args[1].limit === PAGE_LIMIT) {
        soak.asked = { id: message.id, text: message.args[0] };
        soak.answered.set(message.id, soak.asked);
        if (soak.answered.size > 200) soak.answered.delete(soak.answered.keys().next().value);
      }
      super.postMessage(message, ...rest);
    }
  };
  /** The highest number whose answer is what is shown: an older one with the same first hit would look the same. */
  function shownNow() {
    const link = document.querySelector('.hits .hit-link')?.getAttribute('href');
    if (!link) return null;
    const alike = [...soak.answered.values()].filter(({ first }) => first === link);
    return { link, id: Math.max(0, ...alike.map(({ id }) => id)) };
  }
  function look() {
    soak.frames += 1;
    const shown = shownNow();
    if (shown) {
      if (shown.id < soak.shownId) soak.stale.push({ ...shown, before: soak.shownId });
      soak.shownId = Math.max(soak.shownId, shown.id);
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}

/** Lets the worker tell how much memory its wasm modules have: `self.wasmMemory()`. */
export const countWasmMemory = `{
  const memories = [];
  self.wasmMemory = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
      return made;
    };
  }
}
`;
