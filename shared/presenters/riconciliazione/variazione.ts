/** What changed, with where it is read; and the place of a reader, as an opaque text and back. */
import type * as z from "zod";
import { API_BASE } from "../../contracts/operation.ts";
import type { getVariazioni, PostoCursore } from "../../contracts/riconciliazione/variazioni.ts";
import { definiti } from "../../domain/definiti.ts";
import { inizioGiorno, isGiorno, parseIstante, toIsoRoma } from "../../domain/valori/date.ts";
import type { PostoVariazioni, VariazioneContabile } from "../../domain/variazioni/variazione-contabile.ts";

const linkDi = ({ tipo, idDominio, chiave }: VariazioneContabile): string | undefined => {
  const link = (risorsa: string, ...nomi: readonly string[]): string =>
    [`${API_BASE.riconciliazione}/${risorsa}`, idDominio, ...nomi.map((nome) => String(chiave[nome]))]
      .map((parte, i) => (i === 0 ? parte : encodeURIComponent(parte)))
      .join("/");
  switch (tipo) {
    case "FLUSSO":
      return link("flussiRendicontazione", "idFlusso");
    case "RISCOSSIONE":
      return link("riscossioni", "iuv", "iur", "indice");
    case "RICONCILIAZIONE":
      return link("riconciliazioni", "id");
    case "MOVIMENTO":
      return link("movimenti", "id");
    case "RISCONTRO":
      return "idMovimento" in chiave ? link("movimenti", "idMovimento") : link("flussiRendicontazione", "idFlusso");
  }
};

const presentVariazione = (variazione: VariazioneContabile & { readonly data: string }) => {
  const { tipo, azione, data, idDominio, versione, stato, chiave } = variazione;
  const href = azione === "ELIMINATA" ? undefined : linkDi(variazione);
  return { ...{ tipo, azione, data: toIsoRoma(data), idDominio, versione, chiave: { ...chiave } }, ...definiti({ stato, href }) };
};

export const encodeCursore = (idDominio: string, posto: PostoVariazioni): string => {
  const parti: z.output<typeof PostoCursore> = "da" in posto ? [idDominio, posto.da, "da"] : [idDominio, posto.segmento, posto.lette];
  return btoa(JSON.stringify(parti)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

export const presentVariazioni = (pagina: {
  readonly idDominio: string;
  readonly variazioni: readonly (VariazioneContabile & { readonly data: string })[];
  readonly posto: PostoVariazioni;
  readonly altre: boolean;
}) => ({
  risultati: pagina.variazioni.map(presentVariazione),
  cursore: encodeCursore(pagina.idDominio, pagina.posto),
  altre: pagina.altre,
});

type Query = Omit<z.output<(typeof getVariazioni)["query"]>, "tipi">;

export const toRichiestaVariazioni = <T extends string>({
  idDominio,
  cursore,
  dataDa,
  tipi,
  limite,
}: Query & { readonly tipi?: readonly T[] }) => {
  const da = dataDa === undefined || isGiorno(dataDa) ? dataDa && inizioGiorno(dataDa) : parseIstante(dataDa);
  const [delCursore, istante, quante] = cursore ?? [];
  const posto = istante === undefined ? undefined : quante === "da" ? { da: istante } : { segmento: istante, lette: quante ?? 0 };
  return {
    ...{ limite, ...definiti({ idDominio, tipi }) },
    ...(da !== undefined && { da: typeof da === "string" ? da : da.ok ? da.valore : "" }),
    ...(delCursore !== undefined && posto && { cursore: { idDominio: delCursore, posto } }),
  };
};
