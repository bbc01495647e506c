/** The flows and the treasurer's lines of the month, with the truth of what pays what. It holds a few lines per flow. */
import type { CodiceCausa } from "../../shared/domain/riscontri/cause.ts";
import type { EsitoFlusso, StatoAbbinamento } from "../../shared/domain/riscontri/esiti.ts";
import type { EvidenzeDenaro } from "../../shared/domain/riscontri/evidenze.ts";
import { datiGuaio, type NomeGuaio } from "./guai.ts";
import { revisioneDi, totaleDi } from "./pagamenti.ts";
import { type Conto, type LinkVero, PARTI, type Parte } from "./parti.ts";
import type { Piano, Unita } from "./piano.ts";

/** What must be concluded of a unit of the plan. */
export interface Verita {
  readonly guaio: NomeGuaio;
  readonly collegamenti: readonly LinkVero[];
  readonly coperture: readonly (Pick<EsitoFlusso, "idFlusso" | "idPsp"> & { readonly copertura: EsitoFlusso["copertura"] })[];
  readonly movimenti: readonly { readonly id: string; readonly stato: StatoAbbinamento }[];
  readonly cause: readonly CodiceCausa[];
  /** What must be among the proposals, where only a person may decide. */
  readonly proposte: readonly LinkVero[];
}

export interface Denaro {
  readonly evidenze: EvidenzeDenaro;
  readonly verita: readonly Verita[];
}

const contiDi = (piano: Piano, unita: Unita): readonly Conto[] =>
  unita.flussi.map((previsto) => {
    const righe = unita.guaio === "FLUSSO_MANCANTE" ? { ...unita, guaio: "NESSUNO" as const } : unita;
    const totale = totaleDi(piano, righe, previsto, revisioneDi(unita));
    return { previsto, totale, totalePrima: revisioneDi(unita) === 2 ? totaleDi(piano, unita, previsto, 1) : totale };
  });

const veritaDi = (unita: Unita, { flussi, movimenti, collegamenti, proposte = [], stati }: Parte): Verita => {
  const { copertura, cause } = datiGuaio(unita.guaio);
  const presenti = unita.flussi.filter(({ idFlusso }) => flussi.some((flusso) => flusso.idFlusso === idFlusso));
  return {
    guaio: unita.guaio,
    collegamenti,
    coperture: copertura === undefined ? [] : presenti.map(({ idFlusso, psp }) => ({ idFlusso, idPsp: psp.id, copertura })),
    movimenti: movimenti.map(({ id }, i) => ({ id, stato: stati?.[i] ?? "ABBINATO" })),
    cause,
    proposte,
  };
};

/** Goes through all the payments once, to know what each flow adds up to. */
export function denaroDi(piano: Piano): Denaro {
  const parti = piano.unita.map((unita) => {
    const parte = PARTI[unita.guaio](unita, contiDi(piano, unita), piano);
    return { parte, verita: veritaDi(unita, parte) };
  });
  return {
    evidenze: {
      flussi: parti.flatMap(({ parte }) => parte.flussi),
      movimenti: parti.flatMap(({ parte }) => parte.movimenti),
      riscossioni: parti.flatMap(({ parte }) => parte.riscossioni ?? []),
      righe: parti.flatMap(({ parte }) => parte.righe ?? []),
      flussiDiAltri: parti.flatMap(({ parte }) => parte.flussiDiAltri ?? []),
    },
    verita: parti.map(({ verita }) => verita),
  };
}
