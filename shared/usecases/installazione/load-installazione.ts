/** The registry read whole, a few requests at a time: one list for each kind of entry, one request for each intermediary, three for each creditor. */
import type { Installazione } from "../../domain/installazione/installazione.ts";
import type { Registro } from "../../ports/anagrafiche.ts";
import type { Creditori, LetturaContabili } from "../../ports/installazione.ts";

export interface PorteInstallazione {
  readonly registro: Pick<Registro, "list">;
  readonly creditori: Creditori;
  readonly contabili: LetturaContabili;
}

const IN_PARALLELO = 10;

const mapInParallelo = async <T, R>(elementi: readonly T[], fai: (elemento: T) => Promise<R>): Promise<R[]> => {
  const esiti: R[] = [];
  for (let i = 0; i < elementi.length; i += IN_PARALLELO) esiti.push(...(await Promise.all(elementi.slice(i, i + IN_PARALLELO).map(fai))));
  return esiti;
};

/** `domini`: the creditors to read; `*` = all. Those that do not exist are left out. */
export const loadInstallazione = async (
  { registro, creditori, contabili }: PorteInstallazione,
  domini: "*" | readonly string[],
): Promise<Installazione> => {
  const [intermediari, entrate, tipiPendenza, ruoli, applicazioni, operatori, configurazioni] = await Promise.all([
    registro.list("intermediario"),
    registro.list("entrata"),
    registro.list("tipoPendenza"),
    registro.list("ruolo"),
    registro.list("applicazione"),
    registro.list("operatore"),
    registro.list("sezioneConfigurazione"),
  ]);
  const stazioni = await mapInParallelo(intermediari, ({ idIntermediario }) => registro.list("stazione", idIntermediario));
  const ids = domini === "*" ? (await registro.list("dominio")).map(({ idDominio }) => idDominio) : domini;
  const letti = (await mapInParallelo(ids, (id) => creditori.load(id))).filter((creditore) => creditore !== undefined);
  const esistenti = letti.map(({ dominio }) => dominio.idDominio);
  const [profiliLettura, tracciatiContabili, regole] = await Promise.all([
    mapInParallelo(esistenti, (id) => registro.list("profiloLettura", id)),
    mapInParallelo(esistenti, (id) => registro.list("tracciatoContabile", id)),
    contabili.load(esistenti),
  ]);
  return {
    ...{ intermediari, entrate, tipiPendenza, ruoli, applicazioni, operatori, configurazioni },
    stazioni: stazioni.flat(),
    creditori: letti,
    contabili: { ...regole, profiliLettura: profiliLettura.flat(), tracciatiContabili: tracciatiContabili.flat() },
  };
};
