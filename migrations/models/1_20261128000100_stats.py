"""Figures of channels: when they are due, views beside the subscribers, what a plug-in knows, and the creator."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

POSTGRES = """
ALTER TABLE "channels" ADD "creator_id" BIGINT;
ALTER TABLE "channels" ADD "average_views" INT;
ALTER TABLE "channels" ADD "views_at" TIMESTAMPTZ;
ALTER TABLE "channels" ADD "stats_at" TIMESTAMPTZ;
ALTER TABLE "channels" ADD "stats_due_at" TIMESTAMPTZ;
ALTER TABLE "channels" ADD "stats_tried_at" TIMESTAMPTZ;
CREATE INDEX "ix_channel_stats_due" ON "channels" ("stats_due_at");
CREATE INDEX "ix_channel_stats_tried" ON "channels" ("stats_tried_at");
ALTER TABLE "stats_snapshots" ADD "views_source" VARCHAR(16);
ALTER TABLE "stats_snapshots" ADD "median_views" INT;
ALTER TABLE "stats_snapshots" ADD "posts_per_month" INT;
ALTER TABLE "stats_snapshots" ADD "languages" JSONB;
ALTER TABLE "stats_snapshots" ADD "premium_bps" INT;
UPDATE "channels" SET "stats_due_at" = "created_at" WHERE "status" <> 'removed';
"""

SQLITE = """
ALTER TABLE "channels" ADD "creator_id" BIGINT;
ALTER TABLE "channels" ADD "average_views" INT;
ALTER TABLE "channels" ADD "views_at" TIMESTAMP;
ALTER TABLE "channels" ADD "stats_at" TIMESTAMP;
ALTER TABLE "channels" ADD "stats_due_at" TIMESTAMP;
ALTER TABLE "channels" ADD "stats_tried_at" TIMESTAMP;
CREATE INDEX "ix_channel_stats_due" ON "channels" ("stats_due_at");
CREATE INDEX "ix_channel_stats_tried" ON "channels" ("stats_tried_at");
ALTER TABLE "stats_snapshots" ADD "views_source" VARCHAR(16);
ALTER TABLE "stats_snapshots" ADD "median_views" INT;
ALTER TABLE "stats_snapshots" ADD "posts_per_month" INT;
ALTER TABLE "stats_snapshots" ADD "languages" JSON;
ALTER TABLE "stats_snapshots" ADD "premium_bps" INT;
UPDATE "channels" SET "stats_due_at" = "created_at" WHERE "status" <> 'removed';
"""

DOWN = """
DROP INDEX "ix_channel_stats_due";
DROP INDEX "ix_channel_stats_tried";
ALTER TABLE "channels" DROP COLUMN "creator_id";
ALTER TABLE "channels" DROP COLUMN "average_views";
ALTER TABLE "channels" DROP COLUMN "views_at";
ALTER TABLE "channels" DROP COLUMN "stats_at";
ALTER TABLE "channels" DROP COLUMN "stats_due_at";
ALTER TABLE "channels" DROP COLUMN "stats_tried_at";
ALTER TABLE "stats_snapshots" DROP COLUMN "views_source";
ALTER TABLE "stats_snapshots" DROP COLUMN "median_views";
ALTER TABLE "stats_snapshots" DROP COLUMN "posts_per_month";
ALTER TABLE "stats_snapshots" DROP COLUMN "languages";
ALTER TABLE "stats_snapshots" DROP COLUMN "premium_bps";
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return POSTGRES if db.capabilities.dialect == "postgres" else SQLITE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWN


MODELS_STATE = (
    r"eJztXVtz2ziW/issv3RPlToTO2l31rO1VbKtpLVtS1pLTnpnPMWBREhimQI5vNjxzPZ/XwC8kyBFQJQM0XjotE3iI+lzcDn38++TjW1Ay3vXdx"
    r"zLXADftNHJhfbvEwQ2EP/Aut3TToDjpDfJBR/MLToepAPpDTD3fBcsfHxvCSwP4ksG9Bau6USvOhkjqC3WACFo/eBpAHnP0NV8W7Px9blrwuWF"
    r"ZqIn04dGT7OXS+iSHwy4sExEfno2/bXhgmek2RgGHiF6R95r2Av8YhOt9veKAJn/DKDu2yvor6GLX/S3v50swMYB5grppkHGRG8lv/397/h3Ex"
    r"nwO/TI2H+fLE1oGfRnTBMQDsJj4HfHhZ5HKYjvkUsxN8zveobAOkFR6r849PYJRWN601/+IEjnUaevyTE1/DZ6XY+xl+ZqiPzPdCyh31xf2Faw"
    r"Qel458Vf45fGABP55OoKIugCTDp8zXcDwmAUWFY0H2Keh7RKh4R0yGAMuASBRaYJQYcfkF470fXReKZPBzNdPylNoRiRYXl0aYFpiMmBP9WjBF"
    r"iRT/jpP87OPnz45ez9h/NPP3/85ZefP73/hMfS7y3f+uWP8GNSaoWPojQbfhmOZuSDbDzHwwVALvxBMcAHesrilPqej8lVZsDVGrgDFGwoC4b4"
    r"uwFawBIrEnCBG/jPLHIjpn0dO+ILKT/SVSrOEEyEr8PZ4DpZVg+oP5ncDMkVOn/JlevB1c1wRC7FK+0BfRvOfr2+638bXaSL7gHN+r8N8BW68o"
    r"pru4LRG/BdtyBa+Wv86+l5DQ+/9u+ufu3f/Xh6/qc8I0fRnTN6i7A0ZWG0CJGv8y6lInL7omKwMVoze+ailMsq5UGy0z5B14vOpTwfKpnAggox"
    r"Qmg9vd8vG85OP/7y8dOH848J9ZMrdUQvE9iH7sYrU/W/p+MRm6wJoEBLw1z42v9pluntjaYn/7kM0IJQTJsHpuWbyHtHXvtfJ3sidg0lCYHIkz"
    r"ee908ru5P8eNv/vbjJXN2MLynJbM9fufQp9AGXLGboa+Ct2SdHDUcS1OGOjJN9kT2/sZ9/bLCxn3+s3NjJrTyZHddcQB0BZPNt63lcZ/aSA2/p"
    r"jukvGPN7hmXaCrLHgA5M7RrqzQa/z+p3lM1LdOdmPPoSDy9uM4Xz04WENDrwyxS/xnd8cwMrjs8csrjZR9B38Q/yiKWtsGJ4O5jO+reTHD+u+7"
    r"MBuXOW40V89ceiaJk8RCMCr0Z+1f46Hg2KB0EybvbXE/JNIPBtHdnPOjCyNIkvx5dybA4cQ5DNeaRis9RsLtgdmp9cBeC+jq6uqvkZDqSmHj4G"
    r"5HCK/qL0j01oXMTPgJQmzkN5YltcPjLtW/GOUubEZ9uF+MZv8KVk5CpQPzI7X2UedVxr4I94psVX0/e74DmxyRa3X2rUtaBPiXCHT4W74dXshL"
    r"XPtEHd9EkdJW5ua21A29igviNhr6PHHNfm0ZSqmT2zgqRkc5iDxeMzcA29YpfYQM8DK8gwMF1GyM+/3UErcTmxKZ3xS92GDzxeObREeEpH+8zO"
    r"0C9H2fKtzdmmeAUgTBQjejd5UzXl6v1+Gfo2cv/pWQ5vdwP2NcwLj1rwwNwOfA2g0BfXI14304/9dj1tDpd4QWrE5wY1E1/XyIwse/1aeSLDyV"
    r"fw4ykvm5ReNge4/ouoly0BS+1l619/HdzNhtPB3YUGjCfo+qYH3Qc0/jYil+xnRH7rX98OR2TAxkQPaHLTn30e391eaA7eW/G038jhUQvwl3NL"
    r"7xnQ4UyuHVk5WdfCd4ZtqNroGo+XeW0oq2u3WHFs5risHCQYIpDBKqNQS6YJkA9j21HNKwTFHRc/mmp75dmYU/qu+tOr/vWgTufbqxYTGKZ/Y6"
    r"9OWLpLfK9eYyGjdMteNdNTqum7XVPIRfxB5Jv+Szil8LDo12YhgPSTQwT9W1T4n2RbUK9GMXkVSXe7qamrjMhs/gv2vl8dPpMi9iXrHpTqe46d"
    r"KexoTYlcgHVCq8iT+sNZA1J/OKskNbnFJDVrF9lKaOYu0gUytz+jDegD0+KKgcxAVBRkvfYsEAVpOkQJI6IRz8TPo4RmvmSumn1PfGWlEJnyR2"
    r"GlKGnHr6O4XQISucnQ2sIbvTqVzYO+b8ENPs/0ORnd1MVE0sCwfgRdBCwt8k5p9pL4fTTMZd+1LQu6P3jaM8A/+DQFRQsckil2+v69lr7W00yk"
    r"mT470az1N7DzzJKnZfc2D/4zjECO3h2Gfhczz5RiKKViyGZp00OOje6gmPfpfYPT7tP7ytOO3MqfdsmqaT7zE4jyOwnr43N7weN2ioZ3YkYf2u"
    r"uUOw44NpUiTplBtsvOT8AyDT3AyjYjlKxuTykA1c4ivLMcW4b1ieNCB7gwnhONI0Amd4NJ/47kUMdPeEDTwWh2gUVJ5OOfJ+EvDv1t8PtkSAfD"
    r"744Zv4038qPJ6Xtaffqelk5fpWsKHRMd0zWz0liiBDH2T47Y0GnyoONl/WFjQpNwe4Zeng3Fr1bN43D2AztTyZ4d0Hc2cqAmQfcprsKHSjYq5n"
    r"vCLdQjew/H+yhK+WwlFSDqS7YEFep4M4kiOLA6fmI7UbEUDnFiPCF1VgjyAU3691MqWIDAI2IF1iro7wvLpr+3Iky0Hkbqm3jL59FwEkAn9Mp9"
    r"W0pUqOgBlXbLRI+MPaea2glAVUPgJjY+vfEHLZK6dU1pXsQp0vMbp0yki9ZdKWOV2UTYbEIOD2FGlLCKEcKMsABaBVGuXVNBJovpwCZUkGSaCD"
    r"LVckzJ5ISpsLLdivSwCmNTBtM5+rYfoUY2Zi+Yk2+bQ5dxpNZu6QVkZ+pptVab7xn/EfazboAXHtIWUF3aoVujLAgwUVxRVT9FH1LVJ4mevLp+"
    r"l5JH+SuAvkrhz9MjWQIZ22aJovUemTxSeWSk88jkzhDgIgEeZ2AtMFiuxJQusVf5Vd8Em9Ozmz/RuAhVecY8GntdnnFC2TJHuNOM76PHHBcfGu"
    r"cXFyfhDjWlis1HxGMHWk/tliN4oFjrbEcqdavO2X5DK6Jae6zIirQMX01gRTjoFeIqPN3AiGZxDlG9vQRG/4TGkRWejr82lDt430WBNW9TcRVS"
    r"xlVgJvK3UMmA2hFY3gwjVJwE0yB19vPPDSxSeFSlSYreKxc0oz9zEDmL2VOaapci7ameavPrPXmcqvu8S5j9kUXFkYoeT/G3NLeVX82GXwcXWo"
    r"h+QHfDL7/OpvrNeDq70FxztcYSiIX1enxncDv+SqLiXLixn2SJihNzxCkn3DZXEdZcSXbUkwmfeQhbwnVoC2qNuJQ4AsbLLO4g9mllueyJWS5D"
    r"zY2fw1mc4rD8HI7MB0JcTrGK0/JzOjHfCPE6i1bclpnbayzyQs+PK/xzK2BsfGcEzEPbcmynKt28ftnlgGrFybzilDP/TbCZRt1xb6dZlHLht+"
    r"TCT4Iqlfe+xnufnXrKcX8Yx33oY2aZ8ngIFXmdb8OHdZVWhwtyOErykPMLP2RHCk3Cp3SVSB4Cjre2dy5HQpTcafSsLtGKK2wmm96czBo2UccI"
    r"zmz8z3bS3phNJ6CcKgqbpvzRRfFmXh1klNnut8Ya6dmDpt2Yo78VWnPG7Q1UpVJpROOeVhO2A5AOFgvoMLTRS9u2IEBVSZRZYIEdc4zc174Y8+"
    r"iw+ufleHyTUz0vh8V8+Pvby8Hdj6dU58SDTL/CyEMoR1X5yH3NSfQsVJGdj+wOeLEDkZmeAg9I8uTK8dI8dzRwxQVmcMoQImpPlrUVZzcpX2OC"
    r"Up3e2+j0nnSoK85xZdzbQtSgIinnlXv+Xa3h4vGEqeOQG7161QYPOXAShWGjOIiBI5MCf6eO31KbQ6HUIynVo0f8x5fp3ywqNsbKHGZ/ctkfXV"
    r"9oc4CMB/R5OOrf4OeaCFgP6Go8+jwkBSIwY5amWH2Ilov9kM8sc6NyKcTDOxON0FpEplgcV6sRXJLaRDvhe15YADOhsnPBliiDIliFk8jMa+D7"
    r"cOOwPBrVQesZiNobS3tjKuNxbY4pTC0YmRcMfhShjaBQl6Ilbj5JZnX/anahYf5hvegBfR2ObzDtsaT3ZNoW+bwHdD/6bTT+NrrQAvSIaUVqgt"
    r"0Nwo4jRJ2Jei1I0FSEVC0XZVcClplb4/u76YVmB64X1WybRkXbPAlkbtU4V3xv3Evj3CjQg9usm8cpy25Lll3Hroh94LZAthp7I6MRMj8DuWMM"
    r"92qIjJ2qLFtkxuFaY46MRu0lxILEvkVki8tdqvgKaXaHXo0B8Ujqme6fD63pZ0fXEdAL5hvT9yF3S8Dp/eXtcEbF9uQZDwjLD6Mvg6l+N/ife7"
    r"xr0kY+a4BW0NNdiD/Lo6P6k8ldWL4Ab1kuqV/wgIhudX3XJzI/6VZt4M0ZiUiYZ01k/LNqGf+sJOMfX6VmATG/S2WaZQ0seI2d7dA5gtI3bupM"
    r"OxuIfNM3IZfym8XIof2S93VG+91AwwQ8/EgAihmtM2Me+D4zzauaHRmIYkjrDCFt43THhaRyDuNsrotyLUJVaHHzMNeQajqyWYpJXcO5HEwd0N"
    r"wHtMqlF2LFsbnsMuav5tpGBqSM3S0Zu40ogXZHS3d7ebgymrkzE2+HPHqVz8um9n5LuweuZ7OTLsM7vVoXAB3TzAFw8qv9jG+5GtDwSAg22jPw"
    r"NPyD8RfNC9wn4knQSEda4PqeBpCh2YGPP9p7VzQA7fak7QHQlY4F3pLIO5VDlsy3sJdyyDVeBGAFXLROADJbRAXJfXreKMbkvCbI5JxaoEsH3e"
    r"v4HulpyNhy4lOyesNJSmIcto1EWOq5cQIEPQ9DHF8jibg9WcNXkOE1D1cOUikdpEdYedxwwdLnVKFPru/6n2cXGsU+oNHgy3g27M+G4xFmD1zZ"
    r"vkklucgbpPevrgYT6tsLyzKFmfbUsfetP5wNR1/0wfTqbvxNn/T/95YG7YFnYNLwCvJerF854GUDEX5XNPDz/eiaPDC6vQzwn0jciXeDPimJrk"
    r"8Go2vy3MgdFccz6A5EBnls5J9Kxme8k8nYrJsyHsfyV8bjGY7LBJd6MJPhqStzevXr4Pr+hrpGF2toBBa5OhmHzyeyM/n9bjDDpME0xh8xuPqN"
    r"lHL3iX0ezxOalfWArofTyT3FGKbnBBHqZtCfhpXfLQi88FpMPhcmlOuPrgY39BsWZHJa9BsGv0+Gd5TOtIGmUNn49ns4P0GX2FdFl1kGLnMgZc"
    r"S5hHEx32Ku4XkzuRniteI5likU3tpycGVEVzz/gccKEqkR8ErIDpgP991lBCs+C7tKadm+CjJwtQpaXAU+dDdcTqQEIIcLqVPhxZS2+hp4a57t"
    r"KI9SW9H2rWi5hFg60OcvwrtR7gmHbLyT64j6ViOgHNdcQB0BZPNpj3mcioMSjoPC+g1RjAyD2AV49qoSUOLDXHC/+tTEQvap2kD2qRShGRbAEi"
    r"R3AanovZ3eSwj1ucOT1ZtBqCZU7FJkK6i7NpaAechawqmM6dJO7NpYqsSiiBPMsey9FgjHqHiEyqSWOSwjYZq4EFt4hMQnQ7eEV/GFqtbn0azP"
    r"0Cqtt7BM2U9Sq/UwqzX1WkAsgwgsWuYD1NqVeu0GLhRldxGrOC0zpyWoxaa4uzfuxjEsnOzNwBR/ZeYvPlepFZ6fxXmkykCQms1HUsbhWCxGKm"
    r"/nTayaVPHizt4pQVUOj6ijbAE2DjBXiL8LRx64J6/CG2CA6oLyqvSP2tNx0z+PU/QXpb9qhXxY2tckcFZ2auTO4WzeqFEyPjRN48yv/opMTsY2"
    r"3wJt33KPHzZt8zFnO5K3261+SpJzA/KqDulNKNugQzpL7m5jQ8g86qgE7sYbQl7VOML+83LaWOvbYedq1ooTKlsg9zitLfVkgk8Q7doynCTzDp"
    r"7gUcb3NiLSBnoeqSqwO5luwyd1lVBh/uWOdBrQh3SJRFwZ9hnvaZi2WU3N5q3nr9NHdXCvr6xTz0+o5kVljoVQAhUbws28omxDstPX127Q05Nl"
    r"e8EYLI5AZPxkI+vlnXaPXMymF2hoZC/RgAs1fw012mVSs5f0FzqiXC5mh+fsUCxGFVl4zSILYOEzvZfVWRspooMVZNrPr/fswF2IV6VP0DITW5"
    r"WwUCUsXnGJ+cDFx47oEkvRaompJaaWGHOJOcD1xVN5YrDUC6xLeQGv0oRDMpXu1XLPLRswKF9dsyQDUVVLyJNbrVqiAgpFWHF0AYWRsUIoBSqL"
    r"PEhM/Sv42TrBZFXtXZJgIVXtfc/V3rl8HgI26tiTVmGlzjjattips8697ZbqMYJYmkGJATmjufawEuS6JjS0+Qu9N7d9benaG83G4z3TgJpv0x"
    r"s2sTCXrdctP1tZtCXemno1Fm2lqipVVRJGSblyVL/IV2hHFfpx4tOSe74z4cpII5x2o2wCSl1U6qJSF49BXbzqT6/614NX0xaj2DeWppiGxdVo"
    r"ieGg/TejUeqYlOqY7WCS7VTNOvsApZYdrLIYu+9EXc/aDvWbOLR+sABYpRVdIQlY5rJ74/u7KV4DgetFC2IarQhPZMK33GeCNIuCG3YuR7XjNo"
    r"+Sw3fbqabl0dbPr6blgEpLk1xLW5iGEJfzSFUN7Ri4zJID69XxLE6ZvERNXoSO7DplzWSMLF5mMePoWlzJYaR6I4pqyUbFY1PZZs+K0+T2bM16"
    r"VVbtKfZhJwtVlPHKMFClubDV9qlM0u1heyXTqRG3zySD6xsZR2H3FKlnum7Gs+qkp3oay7HJ9GqsYQJdknZtjyQZG/bcHQm/jq5h/pJ6eWBnKr"
    r"MeWM40PX0RuG6U5Fwgv21jmQxV7DM5YIH8c4zcF/3j2X9YBe5yPL7J6W6Xw6KZ8P72cnD34ymd/HiQ6VeQPFPWSWh7YaFltrNLs9dEqXX8NC8B"
    r"Fbmbbu22ZYnRnI1WhG/YcdDF+r9jMrf1apqXgIrcUjZ4lI7CLReVBxs7QL5AS94CsEvEPbBcSDK0STqzABNKUMWGHczAwCBJEtzmxgSliC9M/M"
    r"TqU9rWGxSCibGHo/9Pp3zUPxmNRwMCe0DDETGxv39AcdWD02xZhLNsPYQPiUX+4wPq3wwHI0z8hnb5kIsfzn45T/hGfqnj1PS2f3NTZs0cWITs"
    r"ArtTEakMB4Kl4OdYBX0S8/bnocoRLLMjOGO6FvFDZuDKDdlmBBT5Dk61I4fpkGu+Nb1Dhba8hR3Ng75vCXE5j1RclpnLwIKuWM5YHqm4LDOXvW"
    r"fo8HquEswBnVbJlaP1WqnY3jewnOQIbisztJuBJyoD86BBaxWkjuqm4jXh79rzYhI+amQ36j0g6UZW33wgFIErUm94aDVNHtQlUnFl9qZUXdsW"
    r"a9Pl7+cAXuzA/zV62lGKpTu3dLgh9psTRnRpeKNXF1xKbT9NuzhoS4g3X0Oz7MXjO222huEFbUUbMDyb/lqDYLHWfPAIf7KfoPsXDWiE09DV/D"
    r"XwMdDzNdPXlpjinoYZp83hEm/x5Bp+tcfo+HCYd+6QvE3/X5rJ1SEH8fjOhUqef2xg8Dv/WGnxI7fqY1NDtvIQO0V0IOV3P+TOhnUgVh+IOkk4"
    r"gSinkphTKayh7glomXmkUjOlUzN3SuVpL/kkbnbMkg/SPsg1EkI46BXyT4LQbeOaGec1Vn62Z6LE7Y8plP4x7BQUshCZ7/SCOfmr5lHuP9dLC1"
    r"iV/SLf9lstYaRTQMT1m5m0h5M2SLerp/hbmleCuSItSC60EP2AJv17GvnikEodxgO6HtwMw1YjeEMwSbORomjeREZpv+rLApNvZbsVtXoqAqsz"
    r"mAMyhlbqPYws2H47FQugVRAVWG5K5yzmgHSG6DBEbj2tOv2mEpGrixgVYB1Qaw5dySgvUDQ/afM4pfAIhpjmxaOmgTx5VGeI31ogjweBu1jrvA"
    r"WTCzC1m/DXRVOVeruqwOeKwDuGIJvzSMVmqdlM2jUiyB8RkMepijf7qXiTjxbY0R3bXqSAHE7DfI+/xWPc82YX5z59SpeIVFczKVrDZZpxlk26"
    r"Sp9zVEu+aRBKfq9rUAl8J/P1yPaJEZdhvY7u9OqM14iOaejfntob6K8xiWivJWhZtPmSg3UOG4WuZ9qJT3t2TR961H9M/90A99GjzZngE0S+Fv"
    r"Xr+0vYuwki4oom/2O4tw/zSl7bOwkOCsUVA8NAk+JPIaF1/JqgzuKuzN5Smr1lbXHUVU6klH+EXKbsaLiqUtGgSgVwV1zFsuPxcpTJ7lSL41eJ"
    r"spYs2u+VGknZzotOGknqWGwTqTnHgCtu7MQN0RZrDLDihCgnIsG2xIAtSa8JStnx5LbjWQAzwdAD5JsMjX6LYb4IVhmRMvMa+D7cOKzsjOqqWR"
    r"mI8iWWfYmJ/s+XK57A1IKRecEsgWlBhvBRUyYxQUhc0kRQ8Tx730TzxKMqVU96b8fS/e0ZTGOrPcNimjHoV5tMs76DJjlBNCzG0EhjOOBfaGvS"
    r"QEvDmqxvO9qfo19NRG2VSwiNngbfrd5pp38++8jK9tnxaaoJo9Tyd7UFEvNXp9zlOMVzmC5V/WvtJCdLhJuseZCiK7uGvAPxDoWEqsjnoKokB0"
    r"dJDsdEiCW51FI8BSla89D6yMJkO3JE5jaZNLeDb4dJcapNRfMZH2dw8UqCeZzyhe4U/VViR5kX3EVhMnmOx8WHpiE5+RnYICTngNpoWiCGqZHm"
    r"6sfUaaWFmjVNVFMDOrZHYmZCc19YD4Kojos1Jqa2Ak9QI39mD6uXlkFDcNYk+sZ2LDzGxnPKxZKDRn5g6aptP14prxJvVL0a5TV2yq2Bt+Yxqx"
    r"VxqiRIwbJWrlERxrbxEDlFqKiZBlEzT8AKRMT+PE6J/eIxAiqh6C04YaJuqbwHdw6mVI2WVA2YtOHdUdNI+/keFxeaKhq56SeZnhHXAWSrGZkq"
    r"gbVaBh6nk6phjZUMC7grLNVTZKgCPAPT94gLSwNIA8bGRD942rPtGj0NXyPXaeA+wqL/kv5ItmPi1Xpem4u1hi9swIvm4f9sxFQ8DvFK0X7RYd"
    r"DM9oQBQmOdVEqmDFDZApJtlnXqTkWXqOY1cg5dIYSsjsj+w1Mj51t/OBuOvlxoEf4BTWfjyYQUxfF823FInZz+ZHI3/kou4V3FtZ/ItS/Dr4OR"
    r"ftm/+u1CW5lPEOlkjyM1dqZRjR3PE6yn00TcP60W909L4r5QgFybgXFKxtxjFKRSJd4Cmz1gGvqckUdUdyRmQCqKXFRXp0QUiJRMYSpSUuaVJY"
    r"+S/kbEzp1iKLfr85yZ/OLa/FEk8lcr8xX9JHbT0O3KOrTxrV6tbm6/Vh3aUIlpmgkffadOkbqh0uHl3Gl6XVJwo1nGo9xe3w8uNIzDSu1gdE3V"
    r"XOIpo2ruZByWfiVTmSq5t5iO9+P7KdZyN3NzFdiB94Buh6E6uzG9uGTsIK4YC6UpGKsS/TotobnQd18EGJzFKRlcZg6r9L7WkwKYbT7eUI+P1k"
    r"ip0ozf0D6EFmvbFa7ewIR3ZkUd2O6WUpGrwk8BJkehH/K+zhT6WeKPga7jmqy8qJr84jysA2Wo9x4HiYDjrW0Glaunfxaj5n7rcz9wGSJA9ZyP"
    r"hncwof7nn5sk1P/8c3VCPblXyEajpggBRS8HVBKWzBIWyecmNUsFuFyAKj7LzOfIPihilsshFZfl57IwkxWPj4DHawiYlYRq85NTkMrH58hOxm"
    r"9zg9DpyCHz51FK6m9d6oeua3PloyWAzmm5rVXSkrUjy1vJlCnFkJpPAuVq80DFAVEOvErx7LcaFlKTJFbZH4Y7S2yHDjHHkSZW0yImDS1j7TJt"
    r"EDfzqI5SN7+zNoncq5zScPG4Y5eoK/KMfUkur0Dt2h5RRtQ0bKewUtHOY0cRVJo5ePYfUura9nJE6qecsKJK07u92sBSMg6ruKhxoyjM6p9oAu"
    r"U/fPw3Uvw/SDqmZQPDu9CA5trPmunRrk0+JEmW+B/SmQlfMz0vgIYGkBHHyYW3TZ/c9RyI/HLK5yFeuEP1mehLeLSgDKRzVU9Ozxul6Z3X5Omd"
    r"R3rQ8bVsegNZP/C7Y7pQxE2RRx4mtPQVDomjtW3ulH7S3rk2hb5vQVLvjHWuZe7WnmteMq5pLQOkhSkhP3iaY4EFLRAAtDnwF2tGGYJto1U5M6"
    r"n3s+qj5Qm6xDLMPs63J0Bk4DJX3MIS6c2gPx1ckOaZEHjwAd0NPt+PrsmFZYCMBzSd3AxnF1hGsky/OP+bCAKfGogBn6prcxVNoXRpcZ/5WZQy"
    r"wgmf+dJkgr4V6tdY4uiUbsFUdBk/57h40FQVz658dq2m8gxvgapvtwZWE+PbXuVGH/jeNI7yZImOuQH10iMZqschow0lyG9hLSpPe8RSNSK1po"
    r"AW2YI1fIdYJDY2kUh71B5BGktqz2t7807D0mSAQtTSXAUuNV2EfEIQSxTav6Brl4XQQ7yQM2M4b/v2wSNEzRKHQ4rHcAqkT1Cpw5KdTHWyc8Lv"
    r"Eg+2BDBmcCrlVDrDQC703g5cVgJdTQniBCGzQiRs7Ww7ZdsL5uS75pCrbVEB1SX7Zmv5ik8mfMaHOvcELuK6l7TQ/iwGWIggyWaUdhzzuITrUH"
    r"mu1ibyBhomQNy0LcIUaRl9n/BxSXuU6Rsb+Qw1u7rzUxmpCMxoMwTQKog7bDaN482BdgrjlYy6h47XxRrYxgw2+tzh2TgKKDWtGYGiKlBXJhup"
    r"ilZsI1rxlava33vU3lSy49HrvTrzHYn02H+pvIMboeSPBJLCCkW4T38uMaEmHz2D2ZN+16VGVEvT9Xydl8h5VOcygE7Pmri88ahqPfqs5PaORV"
    r"8eOmcxB6RyaLHfP51bDiwgRuV/2YiLwlnMASl8P7s6DInb3zFiiunU68Q4H+uSZstglTzLkzzr6XMg0Ds8h1MU56D43LIXj9DQ57Yv4A4ro1Uh"
    r"AJl9Ys/AwioTQRAHN885UkZ2z7nQfpfOiGphxyGB9cXCqxUm8wrzIHBZQW815d4ShBxlH8hrO1P2QbVW6uyq40gCycwHsHGAuWIVZ+FKpo0ec7"
    r"xsL+fTMpwEO6cct2iRlo9IoTm4HRrd0mcdY5RRI1IB4wm6vuntSi3RlOxjoJH9jDydpGUrGm3J82/PcfM1+htKnpvwRq/OdfNEhjRuP+y45hNm"
    r"Bol69jX819lRS18ajKEBF5Luv+QPggbtA7yw8Qnjmh6WzH48e69FJbHxSG1jogA/CILF+k+srsN7fJOEniYV7tzE0UTmgojH31e1iXbLRzM9HW"
    r"8MzIo52wyaKe6ABs2YI0drz1QKnwgDuqbw7VNm+EZtctMwQYglO+QH1MoQkX3Pi7ONGgkTs/FIu7Kx1rDwf/BIi3MSh9yjSVSkvgzQHuELKTYT"
    r"PVWzA9/COwk50TEHfOD6JAELH+BYVLAXeFBZitjPK3YQH/D7eKzV0XBVskakZM0TsALGeTWD3ysEhQTQibSZum1y8Pus3kSZ7JI349GXeHjRbr"
    r"lj/9z2trI+dLFmwNrDoju1mxdIx0gTvPZW9Ikdw4Fri4rEx1bjrKMU0okN4ABtUsii4qBwNLyD1D1tVIv6tKYW9SmjFrWNfMjqbFXthMtADu+F"
    r"O/K0jVc9zP74f+6Of3A="
)
