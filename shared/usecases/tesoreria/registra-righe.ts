/**
 * Lines become movements, a batch at a time: each finds the movement it tells, or makes one. Everything is decided in memory on what was read and written
 * under the versions read; whoever meets a conflict reads again. The same lines again write nothing.
 */
import { isCompatibile, isSenzaNomeProprio, type NomeMovimento, nomiOf, POSTI_MASSIMI } from "../../domain/tesoreria/identita.ts";
import {
  createMovimento,
  type EsitoRigaLetta,
  isStessaRiga,
  joinRiga,
  type Movimento,
  type RigaRegistrabile,
} from "../../domain/tesoreria/movimento-registrato.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ChiaveDiMovimento, PostoNome, Tesoreria } from "../../ports/tesoreria.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteRegistrazione {
  readonly tesoreria: Pick<Tesoreria, "getNomi" | "getMovimenti">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type EsitoRegistrazione =
  | { readonly esito: EsitoRigaLetta; readonly movimento: Movimento }
  | { readonly esito: "IGNORATA" }
  | { readonly esito: "SCARTATA"; readonly motivo: string };

const TENTATIVI = 6;
const SCRITTURE_PER_TRANSAZIONE = 100;
const TRANSAZIONI_INSIEME = 5;
/** Places looked at together after the first, that is almost always enough. */
const POSTI_INSIEME = 50;

const chiaveDi = ({ tipo, valore, posto }: PostoNome): string => `${tipo}#${valore}#${posto}`;

/** What the text names, as items from where the movement is found; only what `prima` did not have. */
const chiaviNuove = (dopo: Movimento, prima: Movimento | undefined): readonly ChiaveDiMovimento[] => {
  const valoriDi = (m: Movimento | undefined): readonly (readonly [ChiaveDiMovimento["tipo"], string])[] => [
    ...[...new Set([...(m?.chiavi.flussi ?? []), ...(m?.chiavi.troncati ?? [])])].map((valore) => ["FLUSSO", valore] as const),
    ...(m?.chiavi.iuv ?? []).map((valore) => ["IUV", valore] as const),
    ...(m?.chiavi.iur ?? []).map((valore) => ["IUR", valore] as const),
  ];
  const gia = new Set(valoriDi(prima).map(([tipo, valore]) => `${tipo}#${valore}`));
  const { idDominio, id } = dopo;
  return valoriDi(dopo)
    .filter(([tipo, valore]) => !gia.has(`${tipo}#${valore}`))
    .map(([tipo, valore]) => ({ versione: 0, idDominio, tipo, valore, idMovimento: id }));
};

/** All that is written with a movement: itself, its names, what it is found by. */
export const modificheMovimento = (dopo: Movimento, prima?: Movimento, nomi: readonly PostoNome[] = []): readonly Modifica[] => [
  { azione: prima === undefined ? "crea" : "sostituisci", entita: "movimento", valore: dopo },
  ...nomi.map((nome): Modifica => {
    const valore = { versione: 0, idDominio: dopo.idDominio, nome, idMovimento: dopo.id };
    return { azione: "crea", entita: "nomeMovimento", valore };
  }),
  ...chiaviNuove(dopo, prima).map((valore): Modifica => ({ azione: "crea", entita: "chiaveMovimento", valore })),
];

const COPRE_SOSPESO = ["REVERSALE", "MANDATO"];

class Lotto {
  readonly #porte: PorteRegistrazione;
  readonly #idDominio: string;
  /** Places looked at: who holds them, nobody when empty. */
  readonly #posti = new Map<string, string | undefined>();
  readonly #letti = new Map<string, Movimento>();
  readonly #correnti = new Map<string, Movimento>();
  readonly #presi = new Map<string, PostoNome[]>();

  constructor(porte: PorteRegistrazione, idDominio: string) {
    this.#porte = porte;
    this.#idDominio = idDominio;
  }

  async #load(posti: readonly PostoNome[]): Promise<void> {
    const ignoti = posti.filter((posto) => !this.#posti.has(chiaveDi(posto)));
    if (ignoti.length === 0) return;
    for (const posto of ignoti) this.#posti.set(chiaveDi(posto), undefined);
    const occupati = await this.#porte.tesoreria.getNomi(this.#idDominio, ignoti);
    for (const { nome, idMovimento } of occupati) this.#posti.set(chiaveDi(nome), idMovimento);
    const daLeggere = [...new Set(occupati.map(({ idMovimento }) => idMovimento))].filter((id) => !this.#correnti.has(id));
    for (const movimento of await this.#porte.tesoreria.getMovimenti(this.#idDominio, daLeggere)) {
      this.#letti.set(movimento.id, movimento);
      this.#correnti.set(movimento.id, movimento);
    }
  }

  /** The movement that answers to a name, or the place that is free for it; neither when a unique name is another's. */
  async #find(
    nome: NomeMovimento,
    riga: RigaRegistrabile,
    scelto: Movimento | undefined,
  ): Promise<{ trovato?: Movimento; libero?: PostoNome }> {
    for (let posto = 1; posto <= (nome.unico ? 1 : POSTI_MASSIMI); posto += 1) {
      const qui = { ...nome, posto };
      if (!this.#posti.has(chiaveDi(qui)))
        await this.#load(
          Array.from({ length: Math.min(POSTI_INSIEME, POSTI_MASSIMI - posto + 1) }, (_, i) => ({ ...nome, posto: posto + i })),
        );
      const id = this.#posti.get(chiaveDi(qui));
      const movimento = id === undefined ? undefined : this.#correnti.get(id);
      if (!movimento) return { libero: qui };
      if (nome.unico || movimento.id === scelto?.id || isCompatibile(movimento, riga)) return { trovato: movimento };
    }
    return {};
  }

  async #registra(registrabile: RigaRegistrabile): Promise<EsitoRegistrazione> {
    const { riga, chiavi, origine } = registrabile;
    if (riga.operazione === "REGOLARIZZATO" && riga.numeroSospeso === undefined && COPRE_SOSPESO.includes(riga.documento ?? ""))
      return { esito: "IGNORATA" };
    const nomi = nomiOf(riga, chiavi);
    if (nomi.length === 0)
      return {
        esito: "SCARTATA",
        motivo: `${riga.operazione} senza numero di sospeso, numero di documento né riferimento: non si sa quale riga cambia`,
      };
    const liberi: PostoNome[] = [];
    let movimento: Movimento | undefined;
    for (const nome of nomi) {
      const { trovato, libero } = await this.#find(nome, registrabile, movimento);
      movimento ??= trovato;
      if (libero) liberi.push(libero);
    }
    if (!movimento && liberi.length === 0) return { esito: "SCARTATA", motivo: `più di ${POSTI_MASSIMI} righe uguali nello stesso giorno` };
    const adesso = this.#porte.clock.now();
    const diverso = movimento && contrastoDi(movimento, registrabile);
    if (diverso !== undefined) return { esito: "SCARTATA", motivo: diverso };
    const dopo = movimento
      ? joinRiga(movimento, registrabile, isSenzaNomeProprio(nomi), adesso)
      : createMovimento(this.#idDominio, this.#porte.ids.next(), registrabile, adesso);
    for (const libero of liberi) this.#posti.set(chiaveDi(libero), dopo.id);
    if (liberi.length > 0) this.#presi.set(dopo.id, [...(this.#presi.get(dopo.id) ?? []), ...liberi]);
    this.#correnti.set(dopo.id, dopo);
    const sua = dopo.origini.find((altra) => altra.idCaricamento === origine.idCaricamento && isStessaRiga(altra, origine));
    return { esito: sua?.esito ?? "PRESENTE", movimento: dopo };
  }

  async run(righe: readonly RigaRegistrabile[]): Promise<readonly EsitoRegistrazione[]> {
    await this.#load(righe.flatMap(({ riga, chiavi }) => nomiOf(riga, chiavi).map((nome) => ({ ...nome, posto: 1 }))));
    const esiti: EsitoRegistrazione[] = [];
    for (const riga of righe) esiti.push(await this.#registra(riga));
    return esiti;
  }

  /** False when something changed meanwhile: what was written is good, the rest is to be decided again. */
  async write(): Promise<boolean> {
    const gruppi: Modifica[][] = [[]];
    for (const [id, dopo] of this.#correnti) {
      const prima = this.#letti.get(id);
      const nomi = this.#presi.get(id) ?? [];
      if (dopo === prima && nomi.length === 0) continue;
      const modifiche = modificheMovimento(dopo, prima, nomi);
      if ((gruppi.at(-1)?.length ?? 0) + modifiche.length > SCRITTURE_PER_TRANSAZIONE) gruppi.push([]);
      gruppi.at(-1)?.push(...modifiche);
    }
    const pieni = gruppi.filter((gruppo) => gruppo.length > 0);
    for (let da = 0; da < pieni.length; da += TRANSAZIONI_INSIEME) {
      const insieme = pieni.slice(da, da + TRANSAZIONI_INSIEME).map((gruppo) => this.#porte.unitOfWork.commit(gruppo));
      if ((await Promise.all(insieme)).some(({ ok }) => !ok)) return false;
    }
    return true;
  }
}

/** Why a line cannot be what a unique name says it is. */
const contrastoDi = (movimento: Movimento, { riga }: RigaRegistrabile): string | undefined => {
  if (riga.operazione !== "ESEGUITO" || movimento.stato === "IN_ATTESA" || movimento.importo === riga.importo) return undefined;
  const quale = riga.numeroSospeso === undefined ? `documento ${riga.numeroDocumento ?? ""}` : `sospeso ${riga.numeroSospeso}`;
  const [registrato, letto] = [movimento.importo, riga.importo].map(formatImportoItaliano);
  return `importo: il ${quale} è già registrato con ${registrato} euro, la riga dice ${letto}`;
};

/** Registers lines of one creditor, in their order. One outcome per line. */
export const registraRighe =
  (porte: PorteRegistrazione) =>
  async (idDominio: string, righe: readonly RigaRegistrabile[]): Promise<readonly EsitoRegistrazione[]> => {
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const lotto = new Lotto(porte, idDominio);
      const esiti = await lotto.run(righe);
      if (await lotto.write()) return esiti;
    }
    throw new Error(`movimenti dell'ente ${idDominio}: troppe modifiche insieme`);
  };
