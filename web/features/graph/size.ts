/** The same for the picture, its panel, and what stands in for them. */
export const PICTURE_HEIGHT = "h-[24rem] sm:h-[34rem]";
