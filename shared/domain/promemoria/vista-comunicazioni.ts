/** The messages of a debt as an operator is shown them. */
import type { Esito } from "../esito.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Voluto } from "./piano.ts";
import type { Promemoria } from "./promemoria.ts";
import type { Testi } from "./testo-promemoria.ts";

export interface Anteprima {
  readonly voluto: Voluto;
  /** The channel works in this installation. */
  readonly canaleAttivo: boolean;
  readonly testi: Esito<Testi, string>;
}

/** Whether the cost of the notification through SEND would be read at the next payment, or why not. */
export interface AnteprimaSend {
  readonly pendenza: Pendenza;
  readonly motivo?: string;
}

export interface VistaComunicazioni {
  readonly promemoria: readonly Promemoria[];
  readonly anteprime: readonly Anteprima[];
  readonly send: AnteprimaSend;
}
