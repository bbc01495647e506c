/** The messages of a debt as an operator is shown them. */
import type { Esito } from "../esito.ts";
import type { Voluto } from "./piano.ts";
import type { Promemoria } from "./promemoria.ts";
import type { Testi } from "./testo-promemoria.ts";

export interface Anteprima {
  readonly voluto: Voluto;
  /** The channel works in this installation. */
  readonly canaleAttivo: boolean;
  readonly testi: Esito<Testi, string>;
}

export interface VistaComunicazioni {
  readonly promemoria: readonly Promemoria[];
  readonly anteprime: readonly Anteprima[];
}
