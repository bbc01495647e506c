/** Settings of the matching: read by everybody who computes, changed by who keeps the books. */
import { type ImpostazioniRiscontri, impostazioniPredefinite, type NuoveImpostazioni } from "../../domain/abbinamenti/impostazioni.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Abbinamenti } from "../../ports/abbinamenti.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, UnitOfWork } from "../../ports/unit-of-work.ts";

type Lettura = Pick<Abbinamenti, "getImpostazioni">;

interface Porte {
  readonly abbinamenti: Pick<Abbinamenti, "getImpostazioni" | "findDaSpiegare">;
  readonly registro: Pick<RegistroDiBase, "get">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

type RifiutoImpostazioni = Rifiuto<"NON_AUTORIZZATO" | "PRECONDIZIONE" | "CONFLITTO" | "SINTASSI">;

const CHIAVI_PER_MESSAGGIO = 50;
const IMPORTO_MASSIMO = 10n ** 15n;

const fuori = (idDominio: string) => rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);

/** Those of the creditor, else those of everybody. One request. */
export const impostazioniDi =
  (abbinamenti: Lettura) =>
  async (idDominio: string): Promise<ImpostazioniRiscontri> =>
    (await abbinamenti.getImpostazioni(idDominio)) ?? impostazioniPredefinite(idDominio);

export const getImpostazioni =
  (abbinamenti: Lettura) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<ImpostazioniRiscontri, Rifiuto<"NON_AUTORIZZATO">>> =>
    seesDominio(chiamante, idDominio) ? ok(await impostazioniDi(abbinamenti)(idDominio)) : fuori(idDominio);

/** A sentence about the first rule that names what the creditor does not have. Two requests a rule. */
async function findIgnoto(registro: Porte["registro"], idDominio: string, nuove: NuoveImpostazioni): Promise<string | undefined> {
  for (const [i, { idTipoPendenza, idEntrata }] of (nuove.pagamentiEsterni?.regole ?? []).entries()) {
    const posto = `pagamentiEsterni.regole[${i}]`;
    if (!(await registro.get("tipoPendenzaDominio", idTipoPendenza, idDominio)))
      return `${posto}.idTipoPendenza: ${idTipoPendenza} non è un tipo di pendenza dell'ente ${idDominio}`;
    if (idEntrata !== undefined && !(await registro.get("entrataDominio", idEntrata, idDominio)))
      return `${posto}.idEntrata: ${idEntrata} non è un'entrata dell'ente ${idDominio}`;
  }
  return undefined;
}

export const saveImpostazioni =
  ({ abbinamenti, registro, unitOfWork, clock }: Porte) =>
  async (
    idDominio: string,
    nuove: NuoveImpostazioni,
    versione: number | undefined,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<ImpostazioniRiscontri, RifiutoImpostazioni>> => {
    if (!seesDominio(chiamante, idDominio)) return fuori(idDominio);
    const attuali = await impostazioniDi(abbinamenti)(idDominio);
    if (versione !== undefined && versione !== attuali.versione)
      return rifiuto("PRECONDIZIONE", `le impostazioni sono nella versione ${attuali.versione}`);
    const ignoto = await findIgnoto(registro, idDominio, nuove);
    if (ignoto !== undefined) return rifiuto("SINTASSI", ignoto);
    const { principal } = chiamante;
    const valore: ImpostazioniRiscontri = { ...nuove, idDominio, principal, data: clock.now(), versione: attuali.versione };
    const movimenti = (await abbinamenti.findDaSpiegare(idDominio, { da: 0n, a: IMPORTO_MASSIMO })).map(({ idMovimento }) => idMovimento);
    const messaggi: Messaggio[] = [];
    for (let i = 0; i < movimenti.length; i += CHIAVI_PER_MESSAGGIO)
      messaggi.push({
        coda: "riscontri",
        corpo: { idDominio, flussi: [], iuv: [], iur: [], movimenti: movimenti.slice(i, i + CHIAVI_PER_MESSAGGIO) },
      });
    const esito = await unitOfWork.commit(
      [{ azione: attuali.versione === 0 ? "crea" : "sostituisci", entita: "impostazioniRiscontri", valore }],
      { eventi: [traccia.evento({ idDominio, principal })], messaggi },
    );
    return esito.ok ? ok({ ...valore, versione: valore.versione + 1 }) : rifiuto("CONFLITTO", `impostazioni del dominio ${idDominio}`);
  };
