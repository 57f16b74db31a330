/** Ctrl-C and its kin: what is running is cancelled and tidied up; a second one ends at once. */

/** Exit codes as shells expect them: 128 and the number of the signal. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface Interrupt {
  readonly signal: AbortSignal;
  /** The exit code once we were asked to stop; null until then. */
  code(): number | null;
  /** Listens no more. */
  end(): void;
}

export function watchInterrupt(): Interrupt {
  const controller = new AbortController();
  let code: number | null = null;
  const stop = (name: NodeJS.Signals) => {
    if (code !== null) process.exit(code);
    code = CODES[name as keyof typeof CODES];
    controller.abort();
  };
  for (const name of Object.keys(CODES)) process.on(name, stop);
  return {
    signal: controller.signal,
    code: () => code,
    end() {
      for (const name of Object.keys(CODES)) process.off(name, stop);
    },
  };
}
