/** Slovenian. */
import type { Testi } from "./forma.ts";

export const sl: Testi = {
  lingua: "sl-SI",
  titolo: "Obvestilo o plačilu",
  ente: "Plačnik",
  destinatario: "Prejemnik",
  codiceFiscale: "Davčna št.",
  quanto: "Koliko plačati?",
  quantoEQuando: "Koliko in kdaj plačati?",
  euro: "EUR",
  entroIl: "do",
  informativa:
    "Med fazo plačila se lahko znesek poveča (zaradi sankcij, obresti, stroškov obvestil ali drugih dejavnikov) ali zmanjša (zaradi popustov ali dobropisov)",
  intero: "Plačate lahko v celoti ali v {n} obrokih",
  soloRate: "Plačate lahko v {n} obrokih",
  molteRate: "Zneski in roki zapadlosti so podrobno prikazani za vsak posamezen obrok.",
  scontato: "Znesek s 30-% popustom",
  ridotto: "Zmanjšan znesek",
  cinqueGiorni: "v 5 dneh od vročitve zapisnika",
  sessantaGiorni: "od 6. do 60. dne od vročitve zapisnika",
  entroGiorni: "v {n} dneh",
  oltreGiorni: "po {n} dneh",
  scelta:
    "Izberite pravilen znesek za predvidene roke, sicer boste prejeli druge zahteve za plačilo za preostale zneske in morebitne dodatne zneske.",
  scadenze: "Kako se izračunajo roki zapadlosti?",
  scadenzeCome:
    "Dan izdaje obvestila se ne všteva. Če je rok zapadlosti nedelja (ali praznik), lahko plačilo izvedete tudi naslednji prvi delovni dan.",
  giacenza: "Kaj se zgodi, če pismo ni izročeno?",
  giacenzaCome:
    "Obvestilo ustreza dnevu prevzema, če se to zgodi v 10 dneh od datuma prispetja (najstarejši datum na obvestilu o prispelem pismu). Če zapisnika ne prevzamete v 10 dneh, izračunajte roke zapadlosti, ki začnejo teči z enajstim dnem.",
  dove: "Kje plačati?",
  elencoCanali: "pojdite na pagopa.gov.it",
  online: "Plačajte z aplikacijo IO",
  onlineDove: "ali prek svoje spletne banke, z aplikacijo za plačevanje ali prek drugih razpoložljivih kanalov.",
  territorio: "Plačajte lokalno",
  territorioDove:
    "na bankah in okencih bankomatov, poštnih uradih in poštnih točkah, v barih, kioskih, sprejemnih pisarnah, supermarketih, trafikah in pri drugih pooblaščenih operaterjih.",
  dati: "Podatki za plačilo",
  rataUnica: "Enkratni obrok",
  rata: "Obrok št. {n}",
  inquadra: "Skenirajte QR-kodo z aplikacijo za plačila ali uporabite podatke, navedene ob kodi.",
  inquadraRate: "Skenirajte QR-kodo z aplikacijo za plačila ali uporabite podatke, navedene nad njo.",
  importo: "Znesek",
  oggetto: "Predmet plačila",
  cbill: "Koda CBILL",
  codiceAvviso: "Št. obvestila",
  codiceFiscaleEnte: "Davčna številka plačnika",
  bollettino: "Poštna položnica PA",
  bollettinoDove:
    "Poštna položnica, plačljiva na vseh poštnih uradih ter po fizičnih ali digitalnih kanalih družbe Poste Italiane in ustanove.",
  conto: "na TRR št.",
  intestatoA: "Imetnik",
  tipo: "Vrsta",
  estesi: "Celotna besedila",
};
